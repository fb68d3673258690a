/**
 * お知らせ: listens to what happened and tells people by mail. Nothing of the business depends on it;
 * its post office carries what others have written.
 */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "membership",
            "stores",
            "catalog",
            "coupons",
            "payments",
            "orders",
            "fulfilment",
            "aftercare",
            "substitution"
        })
@NullMarked
package coop.kumiai.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
