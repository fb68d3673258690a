/**
 * 電子マネーとポイント: the ledger of what members have charged and earned. Every verb is an {@link
 * coop.kumiai.wallet.Instruction} with a key of its own; pure rules judge it, and what they decide
 * is written as transfers that never change. Begin with {@link coop.kumiai.wallet.Wallets}.
 */
@ApplicationModule(
        displayName = "Wallet",
        allowedDependencies = {"kernel", "policies", "members"})
@NullMarked
package coop.kumiai.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
