/**
 * The words that every module uses: money, tax classes, ids, refusals, the business clock and
 * calendar, Japanese text.
 */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package coop.kumiai.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
