package coop.kumiai.tills;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.wallet.Receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A request of a till, as it is known before the ledger is asked.
 *
 * @param digest what else it stood for
 * @param about of a refund: the entry of its payment; of a void: the entry of its charge
 * @param walletId none yet, or refused
 * @param refusal why no wallet was asked
 * @param closing the day that it is counted in; none while its day is open
 */
record TillEntry(
        UUID entryId,
        UUID tillId,
        String storeId,
        String digest,
        TillEntryKind kind,
        Optional<UUID> about,
        Optional<UUID> walletId,
        Optional<TillRefusal.AsBefore> refusal,
        Instant recordedAt,
        Optional<UUID> closing) {

    TillEntry of(Optional<UUID> wallet, Optional<UUID> earlier) {
        return new TillEntry(
                entryId,
                tillId,
                storeId,
                digest,
                kind,
                earlier,
                wallet,
                refusal,
                recordedAt,
                closing);
    }

    TillEntry refused(TillRefusal.AsBefore why) {
        return new TillEntry(
                entryId,
                tillId,
                storeId,
                digest,
                kind,
                about,
                walletId,
                Optional.of(why),
                recordedAt,
                closing);
    }

    LocalDate recordedOn() {
        return JapaneseDates.dayOf(recordedAt);
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
