package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * 便の取り置き: whoever is at the checkout has the place of their slot for a while (X-SLOT-1). A hold
 * promises nothing beyond its time; one that is over still tries at the confirmation. The choice of
 * delivery is always locked before its slot.
 */
@Service
public class SlotHolds {
    private final DeliveryStore store;
    private final OrderStore orders;
    private final Slots slots;
    private final Members members;
    private final Policies policies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SlotHolds(
            DeliveryStore store,
            OrderStore orders,
            Slots slots,
            Members members,
            Policies policies,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.slots = slots;
        this.members = members;
        this.policies = policies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Holds a place of the slot that the member has chosen. One that is held stays until its time;
     * it does not grow by coming back, and coming again and again ends with the time of all holds.
     *
     * @return whether it is held since now
     */
    @Transactional
    public boolean hold(CoopId coop, UUID account) {
        var terms = policies.today(coop, SlotHoldTerms.class);
        if (!terms.used()) {
            return false;
        }
        var shopper = members.byAccount(coop, account).orElseThrow(() -> new NotFound("member"));
        var member = shopper.memberId();
        var now = clock.instant();
        var chosen = store.lock(coop, member).filter(it -> it.slot().isPresent());
        if (chosen.isEmpty() || chosen.get().isHeldAt(now)) {
            return false;
        }
        var since = since(coop, member, chosen.get());
        var until = terms.until(since, now);
        var slot = chosen.get().slot().orElseThrow();
        if (until.isEmpty()
                || (chosen.get().heldUntil().isEmpty()
                        && !slots.hold(coop, slot, shopper.asShopper()))) {
            return false;
        }
        store.hold(coop, member, since, until.get());
        return true;
    }

    /** When the first hold of the chosen slot began for the order that is not placed yet. */
    private Instant since(CoopId coop, UUID member, DeliveryStore.Chosen chosen) {
        return chosen.heldSince()
                .filter(it -> !orders.hasPlacedSince(coop, member, chosen.slot().orElseThrow(), it))
                .orElseGet(clock::instant);
    }

    /** Takes the place for an order: the one that is held, else another, if there is one. */
    void take(CoopId coop, Member member, DeliveryChoice choice, int pieces) {
        var slot = choice.slot().orElseThrow().id();
        if (choice.heldUntil().isPresent() && store.useHold(coop, member.memberId(), slot)) {
            slots.takeHeld(coop, slot, pieces);
        } else {
            slots.take(coop, slot, pieces, member.asShopper());
        }
    }

    /** Lets a held place go when another slot, or none, is chosen instead. */
    void letGo(CoopId coop, DeliveryStore.Chosen before) {
        if (before.heldUntil().isPresent()) {
            slots.letGo(coop, before.slot().orElseThrow());
        }
    }

    /** Frees every place whose time is over, one by one: nobody waits for a long transaction. */
    void freeEnded() {
        boolean freed;
        do {
            freed = Boolean.TRUE.equals(transaction.execute(status -> freeOne()));
        } while (freed);
    }

    private boolean freeOne() {
        var ended = store.endedHold(clock.instant());
        ended.ifPresent(it -> free(it.coop(), it.memberId(), it.slot()));
        return ended.isPresent();
    }

    private void free(CoopId coop, UUID member, SlotId slot) {
        if (store.useHold(coop, member, slot)) {
            slots.letGo(coop, slot);
        }
    }
}
