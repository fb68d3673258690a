/**
 * The members' pages (ネットスーパーの画面): one class per page, its template at the mirrored path below
 * {@code src/main/jte/shop}. Pages ask the business modules and decide nothing.
 */
@ApplicationModule(
        displayName = "Shop",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "cards",
            "wallet",
            "connect",
            "membership",
            "newsletters",
            "billing",
            "documents",
            "postal",
            "stores",
            "catalog",
            "coupons",
            "orders",
            "favourites",
            "amendments",
            "payments",
            "charging",
            "fulfilment",
            "aftercare",
            "road",
            "substitution",
            "tills",
            "wallet",
            "help",
            "web"
        })
@NullMarked
package coop.kumiai.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
