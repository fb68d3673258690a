package coop.kumiai.stores;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The delivery slots (便) of the stores: which are open, and the taking of places. */
@Service
public class Slots {
    private final SlotStore store;
    private final PlannedSlots planned;
    private final Closures closures;
    private final Policies policies;
    private final Clock clock;

    Slots(
            SlotStore store,
            PlannedSlots planned,
            Closures closures,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.planned = planned;
        this.closures = closures;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * The slots of every open day of a store, full and closed ones too, in order of time (N-SLOT-1,
     * N-SLOT-6).
     */
    @Transactional
    public List<Slot> offered(CoopId coop, String storeId) {
        var days = openDays(coop);
        days.forEach(day -> store.insertMissing(coop, planned.ofDay(coop, storeId, day)));
        return store.find(coop, storeId, days).stream().map(it -> released(coop, it)).toList();
    }

    /**
     * A slot that members can choose now, or why not (N-SLOT-3, N-SLOT-5, N-SLOT-6). @throws
     * Refused with the reason
     */
    @Transactional
    public Slot requireOpen(CoopId coop, SlotId id) {
        if (!openDays(coop).contains(id.day())) {
            throw Refused.because(new SlotRefusal.NotOffered());
        }
        store.insertMissing(coop, planned.ofDay(coop, id.storeId(), id.day()));
        var slot = find(coop, id).orElseThrow(() -> Refused.because(new SlotRefusal.NotOffered()));
        SlotRules.refusal(slot, clock.instant())
                .ifPresent(
                        refusal -> {
                            throw Refused.because(refusal);
                        });
        return slot;
    }

    /** Why this slot cannot be had now, if so (N-SLOT-3, N-SLOT-5, N-SLOT-7). */
    public Optional<SlotRefusal> refusal(Slot slot) {
        return SlotRules.refusal(slot, clock.instant());
    }

    public Optional<Slot> find(CoopId coop, SlotId id) {
        return store.find(coop, id).map(it -> released(coop, it));
    }

    /**
     * @throws NotFound when there is no such slot
     */
    public Slot get(CoopId coop, SlotId id) {
        return find(coop, id).orElseThrow(() -> new NotFound("slot"));
    }

    /**
     * Takes one place in the transaction of the caller, which is the order's: no order, no place.
     * Call it late, since the slot's row is locked from here to the commit.
     *
     * @param items how many pieces the order has (X-SLOT-3)
     * @throws Refused when the slot is full, past its cutoff or stopped (N-SLOT-3…5)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(CoopId coop, SlotId id, int items) {
        if (!store.take(coop, id, items, released(coop, id), clock.instant())) {
            throw Refused.because(whyNot(get(coop, id), items));
        }
    }

    /**
     * Holds one place for a while, for a member at the checkout (X-SLOT-1).
     *
     * @return whether there was one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(CoopId coop, SlotId id) {
        return store.hold(coop, id, released(coop, id), clock.instant());
    }

    /**
     * Waits for a place of a slot of the open days: what comes free goes to those who wait before
     * anybody else (X-SLOT-2).
     *
     * @return whether there was none to be had
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean waitFor(CoopId coop, SlotId id) {
        return openDays(coop).contains(id.day())
                && store.waitFor(coop, id, released(coop, id), clock.instant());
    }

    /** Waits no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitNoMore(CoopId coop, SlotId id) {
        store.waitNoMore(coop, id);
    }

    /**
     * Holds a place for one who waited.
     *
     * @return whether one had come free
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdForWaiting(CoopId coop, SlotId id) {
        return store.holdForWaiting(coop, id, released(coop, id), clock.instant());
    }

    /** Takes the place that was held, as {@link #take} takes a free one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeHeld(CoopId coop, SlotId id, int items) {
        if (!store.takeHeld(coop, id, items, clock.instant())) {
            throw Refused.because(whyNot(get(coop, id).asHeldByMe(), items));
        }
    }

    /** Frees a place that was held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(CoopId coop, SlotId id) {
        store.letGo(coop, id);
    }

    /** Gives one place and its pieces back, in the transaction that cancels its order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(CoopId coop, SlotId id, int items) {
        store.giveBack(coop, id, items);
    }

    /**
     * Changes the place of an order for one that fits it after a change: of another slot, or of
     * more or fewer pieces. Two rows are always locked in the same order, so that members who
     * change with each other do not wait for each other for ever.
     *
     * @throws Refused when the other slot or so many pieces cannot be had; the place stays
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(CoopId coop, Place from, Place to) {
        if (from.slot().equals(to.slot())) {
            changeItems(coop, to.slot(), to.items() - from.items());
        } else if (SlotRules.ORDER.compare(from.slot(), to.slot()) < 0) {
            store.giveBack(coop, from.slot(), from.items());
            take(coop, to.slot(), to.items());
        } else {
            take(coop, to.slot(), to.items());
            store.giveBack(coop, from.slot(), from.items());
        }
    }

    private void changeItems(CoopId coop, SlotId slot, int more) {
        if (more != 0 && !store.changeItems(coop, slot, more, clock.instant())) {
            throw Refused.because(whyNot(get(coop, slot), more));
        }
    }

    private SlotRefusal whyNot(Slot slot, int items) {
        return SlotRules.items(slot, items)
                .or(() -> SlotRules.refusal(slot, clock.instant()))
                .orElseGet(() -> new SlotRefusal.Full(slot.label()));
    }

    /** Why so many pieces cannot be had of a slot now, if so (X-SLOT-3). */
    public Optional<SlotRefusal> refusal(Slot slot, int items) {
        return refusal(slot).or(() -> SlotRules.items(slot, items));
    }

    /** Why so many pieces more cannot be had by who has a place already, if so (X-SLOT-3). */
    public Optional<SlotRefusal> tooMany(Slot slot, int more) {
        return more > 0 ? SlotRules.items(slot, more) : Optional.empty();
    }

    /** What an order has of a slot. */
    public record Place(SlotId slot, int items) {}

    /** What the drive-through of a store is on a day (N-DRIVE-1). */
    public DriveThrough driveThrough(CoopId coop, String storeId, LocalDate day) {
        return policies.at(coop, DriveThrough.class, storeId, day);
    }

    /** Why the shop takes no orders just now, while it does not (N-HOUR-1). */
    public Optional<ShopClosed> closed(CoopId coop) {
        return closures.openTimes(coop).closed(clock.instant());
    }

    private Slot released(CoopId coop, Slot slot) {
        return slot.with(slot.places().released(released(coop, slot.id())));
    }

    private int released(CoopId coop, SlotId id) {
        return SlotRules.releasedPercent(
                policies.today(coop, SlotHorizon.class),
                policies.at(coop, SlotReleases.class, id.storeId(), LocalDate.now(clock)),
                id.day(),
                now());
    }

    private List<LocalDate> openDays(CoopId coop) {
        return SlotRules.openDays(policies.today(coop, SlotHorizon.class), now());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
