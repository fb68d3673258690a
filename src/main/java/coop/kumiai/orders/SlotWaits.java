package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Closures;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Gives places that come free to those who wait, in turn (X-SLOT-2). Until then nobody else can
 * have them: the slot's row counts who waits. A wait is always locked before its slot.
 */
@Component
class SlotWaits {
    private final SlotWaitStore store;
    private final Slots slots;
    private final Closures closures;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SlotWaits(
            SlotWaitStore store,
            Slots slots,
            Closures closures,
            Policies policies,
            ApplicationEventPublisher announce,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.slots = slots;
        this.closures = closures;
        this.policies = policies;
        this.announce = announce;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The member has come for the place that is held for them: it is held with their choice from
     * now on.
     *
     * @return until when; empty when none is held, or no more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> come(CoopId coop, UUID member, SlotId slot) {
        return store.deleteOffered(coop, member, slot, clock.instant())
                .flatMap(SlotWait::offeredUntil);
    }

    /** Frees what was offered in vain, then offers every place that is free; one by one. */
    void offerDue() {
        while (done(this::freeOne)) {
            continue;
        }
        for (var wanted : store.wanted()) {
            while (done(() -> offerOne(wanted.coop(), wanted.slot()))) {
                continue;
            }
        }
    }

    private boolean done(BooleanSupplier step) {
        return Boolean.TRUE.equals(transaction.execute(status -> step.getAsBoolean()));
    }

    private boolean freeOne() {
        var ended = store.deleteEnded(clock.instant());
        ended.ifPresent(it -> slots.letGo(it.coop(), it.slot()));
        return ended.isPresent();
    }

    private boolean offerOne(CoopId coop, SlotId slot) {
        var first = store.first(coop, slot);
        if (first.isEmpty()) {
            return false;
        }
        return isOver(coop, slot)
                ? giveUp(coop, first.get())
                : offer(coop, first.get()) || offerKept(coop, first.get());
    }

    /** A place that is none for whoever waits longest may be kept for one of the others. */
    private boolean offerKept(CoopId coop, SlotWait passed) {
        return !passed.goesFirst()
                && store.firstOfFirst(coop, passed.slot())
                        .filter(it -> offer(coop, it))
                        .isPresent();
    }

    /** After the cutoff nobody waits any more. */
    private boolean isOver(CoopId coop, SlotId slot) {
        return slots.get(coop, slot).isPastCutoff(clock.instant());
    }

    private boolean giveUp(CoopId coop, SlotWait wait) {
        store.delete(coop, wait.memberId(), wait.slot());
        slots.waitNoMore(coop, wait.slot(), wait.goesFirst());
        return true;
    }

    private boolean offer(CoopId coop, SlotWait wait) {
        if (!slots.holdForWaiting(coop, wait.slot(), wait.goesFirst())) {
            return false;
        }
        var until = answerUntil(coop);
        store.offer(coop, wait, until);
        announce.publishEvent(
                new SlotOffered(coop, wait.waitId(), wait.memberId(), wait.slot(), until));
        return true;
    }

    /** While the shop rests nobody can order, so that does not count (N-HOUR-1). */
    private Instant answerUntil(CoopId coop) {
        var within = policies.today(coop, SlotWaitTerms.class).answerWithin();
        return CartRules.expiresAt(within, closures.openTimes(coop), clock.instant());
    }
}
