package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotRefusal;
import coop.kumiai.stores.Slots;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** 空き待ち: members wait for a place of a full slot, first come, first told (X-SLOT-2). */
@Service
public class WaitingList {
    private final SlotWaitStore store;
    private final Deliveries deliveries;
    private final Slots slots;
    private final Policies policies;
    private final Clock clock;

    WaitingList(
            SlotWaitStore store,
            Deliveries deliveries,
            Slots slots,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.slots = slots;
        this.policies = policies;
        this.clock = clock;
    }

    /** Whether the co-op has such a list. */
    public boolean isUsed(CoopId coop) {
        return policies.today(coop, SlotWaitTerms.class).used();
    }

    /** What the member waits for, the earliest slot first. */
    @Transactional(readOnly = true)
    public List<SlotWait> of(CoopId coop, UUID account) {
        return store.of(coop, deliveries.member(coop, account).memberId());
    }

    /**
     * Waits for a place of a full slot of the store that delivers to the chosen address. Asked
     * again it changes nothing, and the turn stays.
     *
     * @throws Refused when there is room, after the cutoff, or when they wait for too many
     * @throws NotFound when there is no such slot
     */
    @Transactional
    public void ask(CoopId coop, UUID account, SlotId id) {
        var asking = deliveries.member(coop, account);
        var member = asking.memberId();
        var shopper = asking.asShopper();
        var terms = policies.today(coop, SlotWaitTerms.class);
        requireOwnStore(coop, account, id);
        if (!terms.used()) {
            throw Refused.because(new SlotWaitRefusal.NoList());
        }
        var first = slots.goesFirst(coop, id, shopper);
        if (!store.insert(coop, Ids.next(clock), member, id, first, clock.instant())) {
            return;
        }
        if (store.of(coop, member).size() > terms.mostOfMember()) {
            throw Refused.because(new SlotWaitRefusal.TooMany(terms.mostOfMember()));
        }
        if (!slots.waitFor(coop, id, shopper)) {
            throw Refused.because(whyNot(slots.get(coop, id, shopper)));
        }
    }

    /** Waits no more; a place that was held for the member goes to the next one. */
    @Transactional
    public void stop(CoopId coop, UUID account, SlotId id) {
        store.delete(coop, deliveries.member(coop, account).memberId(), id)
                .ifPresent(
                        wait -> {
                            if (wait.offeredUntil().isPresent()) {
                                slots.letGo(coop, id);
                            } else {
                                slots.waitNoMore(coop, id, wait.goesFirst());
                            }
                        });
    }

    private void requireOwnStore(CoopId coop, UUID account, SlotId id) {
        slots.get(coop, id);
        if (deliveries
                .choice(coop, account)
                .filter(it -> it.store().id().equals(id.storeId()))
                .isEmpty()) {
            throw Refused.because(new SlotRefusal.NotOffered());
        }
    }

    private Refusal whyNot(Slot slot) {
        return slots.refusal(slot)
                .filter(it -> !it.isNoPlace())
                .map(Refusal.class::cast)
                .orElseGet(() -> new SlotWaitRefusal.HasRoom(slot.label()));
    }
}
