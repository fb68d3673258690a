/**
 * Stores (店舗), the areas they deliver to, their slots (便) with capacity and cutoff, fees, notices,
 * opening hours.
 */
@ApplicationModule(
        displayName = "Stores",
        allowedDependencies = {"kernel", "policies", "accounts"})
@NullMarked
package coop.kumiai.stores;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
