/**
 * The demo: co-ops to try, a mailbox, a clock that can be moved. Runs in the profile {@code demo}
 * only.
 */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "connect",
            "membership",
            "wallet",
            "billing",
            "stores",
            "catalog",
            "coupons",
            "payments",
            "orders",
            "fulfilment",
            "road",
            "notifications",
            "founding",
            "web",
            "postal"
        })
@NullMarked
package coop.kumiai.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
