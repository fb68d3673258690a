package coop.kumiai.tills;

import coop.kumiai.wallet.Receipt;

import java.util.Optional;
import java.util.UUID;

/**
 * A request of a till, as it is known before the ledger is asked.
 *
 * @param digest what else it stood for
 * @param about of a refund: the entry of its payment
 * @param walletId none yet, or refused
 * @param refusal why no wallet was asked
 */
record TillEntry(
        UUID entryId,
        UUID tillId,
        String storeId,
        String digest,
        TillEntryKind kind,
        Optional<UUID> about,
        Optional<UUID> walletId,
        Optional<TillRefusal.AsBefore> refusal) {

    TillEntry of(UUID wallet, Optional<UUID> payment) {
        return new TillEntry(
                entryId, tillId, storeId, digest, kind, payment, Optional.of(wallet), refusal);
    }

    TillEntry refused(TillRefusal.AsBefore why) {
        return new TillEntry(
                entryId, tillId, storeId, digest, kind, about, walletId, Optional.of(why));
    }

    /** Under which the ledger keeps its answer. */
    String ledgerKey() {
        return "till:" + entryId;
    }

    UUID wallet() {
        return walletId.orElseThrow(() -> new IllegalStateException("an entry without a wallet"));
    }

    TillReceipt answered(Receipt receipt, boolean repeated) {
        return new TillReceipt(entryId, kind, receipt, repeated);
    }
}
