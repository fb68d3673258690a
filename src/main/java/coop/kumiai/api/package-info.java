/**
 * JSON over HTTP for apps and partners: the same services and the same rules as the pages, one
 * class per resource, described by OpenAPI.
 */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "cards",
            "stores",
            "catalog",
            "coupons",
            "payments",
            "orders",
            "amendments",
            "fulfilment",
            "postal",
            "wallet",
            "tills",
            "web"
        })
@NullMarked
package coop.kumiai.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
