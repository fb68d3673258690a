/** 支払い: what is owed for something and by which way; amounts only, never goods. */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {"kernel", "policies", "accounts", "members"})
@NullMarked
package coop.kumiai.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
