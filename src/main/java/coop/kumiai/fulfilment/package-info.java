/** 出荷と配達: picking, shortages, delivery runs, hand-over, absence. */
@ApplicationModule(
        displayName = "Fulfilment",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "stores",
            "catalog",
            "payments",
            "orders",
            "substitution"
        })
@NullMarked
package coop.kumiai.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
