package coop.kumiai.tills;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.wallet.Wallets;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a till has asked for and no closing holds yet. Only what has its answer counts; what waits
 * for one is left for a later closing.
 */
@Component
class OpenDay {
    private static final int AT_ONCE = 1_000;
    private final TillEntryStore store;
    private final Wallets wallets;

    OpenDay(TillEntryStore store, Wallets wallets) {
        this.store = store;
        this.wallets = wallets;
    }

    /**
     * @param entries that have their answer, refused ones among them
     */
    record Done(TillTotals totals, List<UUID> entries) {}

    Done until(CoopId coop, UUID tillId, Instant end) {
        var receipts = new ArrayList<TillReceipt>();
        var answered = new ArrayList<UUID>();
        var open = store.open(coop, tillId, end);
        for (var from = 0; from < open.size(); from += AT_ONCE) {
            var some = open.subList(from, Math.min(open.size(), from + AT_ONCE));
            var answers = wallets.answers(coop, some.stream().map(TillEntry::ledgerKey).toList());
            for (var entry : some) {
                var answer = answers.get(entry.ledgerKey());
                if (answer != null) {
                    answer.ifPresent(it -> receipts.add(entry.answered(it, false)));
                }
                if (answer != null || entry.refusal().isPresent()) {
                    answered.add(entry.entryId());
                }
            }
        }
        return new Done(TillTotals.of(receipts), answered);
    }

    void close(CoopId coop, UUID closingId, Done done) {
        store.close(coop, closingId, done.entries());
    }
}
