package coop.kumiai.billing;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;
import coop.kumiai.members.ShareBills;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 締め: makes statements of what arose until a closing day. It goes through the members in batches,
 * each in a short transaction of its own; broken off anywhere, it goes on where it was, and whoever
 * has a statement of a day never gets a second one.
 */
@Service
public class Closings {
    /** So many members at a time: a batch takes well under a second. */
    static final int BATCH = 1000;

    private final ClosingStore store;
    private final BilledShares shares;
    private final ShareBills shareBills;
    private final Settlements settlements;
    private final Members members;
    private final Policies policies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Closings(
            ClosingStore store,
            BilledShares shares,
            ShareBills shareBills,
            Settlements settlements,
            Members members,
            Policies policies,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.shares = shares;
        this.shareBills = shareBills;
        this.settlements = settlements;
        this.members = members;
        this.policies = policies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The latest closings, the newest first. */
    public List<Closing> latest(CoopId coop, int most) {
        return store.latest(coop, most);
    }

    /**
     * Closes the last closing day that is over; done already, it changes nothing.
     *
     * @return the closing; empty at a co-op that makes no statements
     */
    public Optional<Closing> closeDue(CoopId coop) {
        var today = LocalDate.now(clock);
        var terms = policies.at(coop, ClosingTerms.class, today);
        if (!terms.used()) {
            return Optional.empty();
        }
        var closedOn = terms.closingOnOrBefore(today.minusDays(1));
        store.begin(coop, closedOn, terms.payBy(closedOn));
        if (!store.get(coop, closedOn).isDone()) {
            close(coop, closedOn);
        }
        return Optional.of(store.get(coop, closedOn));
    }

    private void close(CoopId coop, LocalDate closedOn) {
        if (store.get(coop, closedOn).after().isEmpty()) {
            shareBills.close(coop);
            shares.gather(coop, closedOn);
            transaction.executeWithoutResult(status -> store.count(coop, closedOn));
        }
        while (Boolean.TRUE.equals(transaction.execute(status -> batch(coop, closedOn)))) {
            // the row of the closing says how far it has come
        }
        for (var member : store.credits(coop, closedOn)) {
            settlements.credit(coop, member, closedOn);
        }
        transaction.executeWithoutResult(status -> finish(coop, closedOn));
    }

    /** False when nothing was left to do. */
    private boolean batch(CoopId coop, LocalDate closedOn) {
        var closing = store.lock(coop, closedOn);
        if (closing.isDone()) {
            return false;
        }
        var next = store.next(coop, closedOn, closing.after(), BATCH);
        if (!next.isEmpty()) {
            store.close(coop, closedOn, names(coop, next));
        }
        return next.size() == BATCH;
    }

    /** Another node may have finished in the same moment. */
    private void finish(CoopId coop, LocalDate closedOn) {
        if (!store.lock(coop, closedOn).isDone()) {
            store.finish(coop, closedOn);
        }
    }

    private Map<UUID, String> names(CoopId coop, List<UUID> memberIds) {
        return members.names(coop, memberIds).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> it.getValue().full()));
    }
}
