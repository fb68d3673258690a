package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The lanes of every co-op: a wallet has one of them, so that its instructions come one after the
 * other, and a lane does whole batches in one transaction. Other nodes of the installation have
 * lanes of their own; the order in which rows are held keeps them from blocking each other.
 */
@Component
class Lanes implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final LaneSettings settings;
    private final Map<CoopId, List<Lane>> lanes = new ConcurrentHashMap<>();

    /** Nodes begin at different stripes, so that they seldom meet on a row. */
    private final int firstStripe = ThreadLocalRandom.current().nextInt(LaneSettings.STRIPES);

    Lanes(Ledger ledger, TransactionOperations transactions, LaneSettings settings) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The answer comes once it is on the disk; an exception means that it is not known. */
    CompletableFuture<Outcome> post(CoopId coop, Instruction instruction) {
        var own = lanes.computeIfAbsent(coop, this::open);
        var lane = Math.floorMod(instruction.walletId().hashCode(), own.size());
        return own.get(lane).add(instruction);
    }

    /** Does what still waits; nothing new comes any more, since the web server stops first. */
    @Override
    public void destroy() throws InterruptedException {
        var end = System.nanoTime() + settings.patience().toNanos();
        for (var lane : lanes.values().stream().flatMap(List::stream).toList()) {
            if (!lane.awaitIdle(end)) {
                LOG.error("a lane did not come to an end: senders find their answers by the keys");
            }
        }
    }

    private List<Lane> open(CoopId coop) {
        return IntStream.range(0, settings.lanes())
                .mapToObj(
                        number ->
                                new Lane(
                                        batch -> post(coop, stripe(number), batch),
                                        Thread::startVirtualThread,
                                        settings.mostInBatch()))
                .toList();
    }

    private int stripe(int lane) {
        return (firstStripe + lane) % LaneSettings.STRIPES;
    }

    /**
     * A batch that fails is judged one by one: one that cannot be done keeps no other from its
     * turn. Without a database none of them can be done, and nobody waits for a second try.
     */
    private void post(CoopId coop, int stripe, List<Lane.Waiting> batch) {
        try {
            answer(batch, inTransaction(coop, stripe, batch));
        } catch (CannotCreateTransactionException | Error failure) {
            batch.forEach(it -> it.answer().completeExceptionally(failure));
        } catch (RuntimeException failure) {
            if (batch.size() == 1) {
                again(coop, stripe, batch.getFirst(), failure);
            } else {
                LOG.warn(
                        "a batch of {} is judged one by one: {}", batch.size(), failure.toString());
                batch.forEach(it -> post(coop, stripe, List.of(it)));
            }
        }
    }

    /**
     * Rows that another transaction held too long, or the victim of a deadlock: once more, then no.
     */
    private void again(CoopId coop, int stripe, Lane.Waiting one, RuntimeException failure) {
        if (!(failure instanceof PessimisticLockingFailureException)) {
            one.answer().completeExceptionally(failure);
            return;
        }
        try {
            answer(List.of(one), inTransaction(coop, stripe, List.of(one)));
        } catch (RuntimeException second) {
            one.answer().completeExceptionally(second);
        }
    }

    private List<Outcome> inTransaction(CoopId coop, int stripe, List<Lane.Waiting> batch) {
        var instructions = batch.stream().map(Lane.Waiting::instruction).toList();
        return Objects.requireNonNull(
                transactions.execute(status -> ledger.post(coop, stripe, instructions)));
    }

    private static void answer(List<Lane.Waiting> batch, List<Outcome> outcomes) {
        for (int at = 0; at < batch.size(); at++) {
            batch.get(at).answer().complete(outcomes.get(at));
        }
    }
}
