/**
 * 書類: numbered papers that never change. A delivery note (納品書) is the qualified invoice (適格請求書) of
 * an order; receipts (領収書) and return invoices (返還請求書) refer to it. All stand in one register, each
 * sealed to the one before, to be searched as the law on electronic books (電子帳簿保存法) asks.
 */
@ApplicationModule(
        displayName = "Documents",
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
package coop.kumiai.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
