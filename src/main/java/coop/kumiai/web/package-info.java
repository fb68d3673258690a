/**
 * The frame of every page: views, sign-in, who may call what, how a refusal is shown. Knows
 * accounts, but no business.
 */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"kernel", "policies", "accounts"})
@NullMarked
package coop.kumiai.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
