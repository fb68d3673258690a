/**
 * 配送: the road from the store to the doors: which van drives where and when, the phone of its
 * driver, the photo of what was left, the cash that comes back.
 */
@ApplicationModule(
        displayName = "Road",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "stores",
            "orders",
            "payments",
            "fulfilment"
        })
@NullMarked
package coop.kumiai.road;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
