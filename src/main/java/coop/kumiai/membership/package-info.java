/**
 * 組合員のお手続き: applying to join (加入申込), the invitation to My Page, leaving (脱退). What members are and
 * own is in members; this is how they come and go.
 */
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "coupons",
            "orders",
            "wallet"
        })
@NullMarked
package coop.kumiai.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
