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
        return offered(coop, storeId, Shopper.ANYBODY);
    }

    /** The same as somebody sees them for whom places may be kept (X-SLOT-2). */
    @Transactional
    public List<Slot> offered(CoopId coop, String storeId, Shopper shopper) {
        var days = openDays(coop);
        days.forEach(day -> store.insertMissing(coop, planned.ofDay(coop, storeId, day)));
        return store.find(coop, storeId, days).stream()
                .map(it -> seenBy(coop, it, shopper))
                .toList();
    }

    /**
     * A slot that members can choose now, or why not (N-SLOT-3, N-SLOT-5, N-SLOT-6). @throws
     * Refused with the reason
     */
    @Transactional
    public Slot requireOpen(CoopId coop, SlotId id, Shopper shopper) {
        if (!openDays(coop).contains(id.day())) {
            throw Refused.because(new SlotRefusal.NotOffered());
        }
        store.insertMissing(coop, planned.ofDay(coop, id.storeId(), id.day()));
        var slot =
                find(coop, id, shopper)
                        .orElseThrow(() -> Refused.because(new SlotRefusal.NotOffered()));
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
        return find(coop, id, Shopper.ANYBODY);
    }

    /** The same as somebody sees it for whom places may be kept (X-SLOT-2). */
    public Optional<Slot> find(CoopId coop, SlotId id, Shopper shopper) {
        return store.find(coop, id).map(it -> seenBy(coop, it, shopper));
    }

    /**
     * @throws NotFound when there is no such slot
     */
    public Slot get(CoopId coop, SlotId id) {
        return get(coop, id, Shopper.ANYBODY);
    }

    /**
     * The same as somebody sees it for whom places may be kept (X-SLOT-2).
     *
     * @throws NotFound when there is no such slot
     */
    public Slot get(CoopId coop, SlotId id, Shopper shopper) {
        return find(coop, id, shopper).orElseThrow(() -> new NotFound("slot"));
    }

    /**
     * Takes one place in the transaction of the caller, which is the order's: no order, no place.
     * Call it late, since the slot's row is locked from here to the commit.
     *
     * @param items how many pieces the order has (X-SLOT-3)
     * @param shopper whose order it is: places may be kept for them, or for others (X-SLOT-2)
     * @throws Refused when the slot is full, past its cutoff or stopped (N-SLOT-3…5)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(CoopId coop, SlotId id, int items, Shopper shopper) {
        if (!store.take(coop, id, items, share(coop, id, shopper), clock.instant())) {
            throw Refused.because(whyNot(get(coop, id, shopper), items));
        }
    }

    /**
     * Holds one place for a while, for a member at the checkout (X-SLOT-1).
     *
     * @return whether there was one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(CoopId coop, SlotId id, Shopper shopper) {
        return store.hold(coop, id, share(coop, id, shopper), clock.instant());
    }

    /**
     * Waits for a place of a slot of the open days: what comes free goes to those who wait before
     * anybody else (X-SLOT-2).
     *
     * @return whether there was none to be had
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean waitFor(CoopId coop, SlotId id, Shopper shopper) {
        return openDays(coop).contains(id.day())
                && store.waitFor(coop, id, share(coop, id, shopper), clock.instant());
    }

    /** Whether somebody who waits now may have places that are kept, and so goes first. */
    public boolean goesFirst(CoopId coop, SlotId id, Shopper shopper) {
        return share(coop, id, shopper).goesFirst();
    }

    /** Waits no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitNoMore(CoopId coop, SlotId id, boolean wentFirst) {
        store.waitNoMore(coop, id, wentFirst);
    }

    /**
     * Holds a place for one who waited.
     *
     * @param wentFirst whether places were kept for them when they began to wait
     * @return whether one had come free
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdForWaiting(CoopId coop, SlotId id, boolean wentFirst) {
        var share = share(coop, id, wentFirst);
        return store.holdForWaiting(coop, id, share, wentFirst, clock.instant());
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
     * @param shopper whose order it is (X-SLOT-2)
     * @throws Refused when the other slot or so many pieces cannot be had; the place stays
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(CoopId coop, Place from, Place to, Shopper shopper) {
        if (from.slot().equals(to.slot())) {
            changeItems(coop, to.slot(), to.items() - from.items());
        } else if (SlotRules.ORDER.compare(from.slot(), to.slot()) < 0) {
            store.giveBack(coop, from.slot(), from.items());
            take(coop, to.slot(), to.items(), shopper);
        } else {
            take(coop, to.slot(), to.items(), shopper);
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

    private Slot seenBy(CoopId coop, Slot slot, Shopper shopper) {
        var seen = slot.with(slot.places().of(share(coop, slot.id(), shopper)));
        return keptForOthers(coop, slot, shopper).map(seen::keptFor).orElse(seen);
    }

    /** For whom and until when, where a place is left that others may have. */
    private Optional<String> keptForOthers(CoopId coop, Slot slot, Shopper shopper) {
        var id = slot.id();
        var fair = fairShare(coop, id.storeId());
        return fair.isKept(id.day(), now())
                        && !fair.isFor(shopper, LocalDate.now(clock))
                        && slot.places().hasPlaceOf(released(coop, id))
                ? Optional.of("%sのために、%sまで".formatted(fair.forWhom(), fair.endLabel(id.day())))
                : Optional.empty();
    }

    /** For whom places of a store's slots are kept today (X-SLOT-2). */
    public FairShare fairShare(CoopId coop, String storeId) {
        return policies.at(coop, FairShare.class, storeId, LocalDate.now(clock));
    }

    private SlotShare share(CoopId coop, SlotId id, Shopper shopper) {
        var fair = fairShare(coop, id.storeId());
        return share(coop, id, fair.isFor(shopper, LocalDate.now(clock)));
    }

    private SlotShare share(CoopId coop, SlotId id, boolean keptForThem) {
        var fair = fairShare(coop, id.storeId());
        return SlotRules.share(fair, released(coop, id), id.day(), now(), keptForThem);
    }

    /** How many percent of the places are released now. */
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
