/**
 * 注文変更: what a member wants to make of an order, its money before and after, and its acceptance.
 */
@ApplicationModule(
        displayName = "Amendments",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "stores",
            "catalog",
            "coupons",
            "payments",
            "orders"
        })
@NullMarked
package coop.kumiai.amendments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
