package coop.kumiai.wallet;

import java.util.UUID;

/** The answer to an instruction. */
sealed interface Outcome {
    record Done(Receipt receipt) implements Outcome {}

    record No(WalletRefusal refusal) implements Outcome {}

    /** The co-op has no such wallet; nothing is kept under the key. */
    record NoWallet(UUID walletId) implements Outcome {}
}
