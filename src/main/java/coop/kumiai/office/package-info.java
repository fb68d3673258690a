/** 事務局: the staff's pages: what is to do today, the picker's walk, the driver's run, the desk. */
@ApplicationModule(
        displayName = "Office",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "cards",
            "connect",
            "membership",
            "newsletters",
            "billing",
            "documents",
            "stores",
            "catalog",
            "coupons",
            "payments",
            "orders",
            "amendments",
            "fulfilment",
            "aftercare",
            "road",
            "substitution",
            "tills",
            "wallet",
            "web"
        })
@NullMarked
package coop.kumiai.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
