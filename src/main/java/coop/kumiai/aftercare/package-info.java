/**
 * お届けのあと: goods that come back over the counter (返品, N-RET-1), and goods that came damaged, wrong
 * or not at all (N-RET-2), until they are made good by money, an exchange or another delivery.
 */
@ApplicationModule(
        displayName = "Aftercare",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "stores",
            "catalog",
            "payments",
            "orders",
            "fulfilment",
            "documents"
        })
@NullMarked
package coop.kumiai.aftercare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
