/** 注文: cart, checkout, the order and its versions, cancellation. */
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "stores",
            "catalog",
            "coupons",
            "payments"
        })
@NullMarked
package coop.kumiai.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
