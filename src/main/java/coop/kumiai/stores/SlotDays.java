package coop.kumiai.stores;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 一日だけの便: a campaign changes the slots of one day (N-SLOT-1). From then on that day keeps what was
 * decided for it, whatever the plan of the store becomes.
 */
@Service
public class SlotDays {
    private final SlotStore store;
    private final PlannedSlots planned;
    private final Audit audit;
    private final Clock clock;

    SlotDays(SlotStore store, PlannedSlots planned, Audit audit, Clock clock) {
        this.store = store;
        this.planned = planned;
        this.audit = audit;
        this.clock = clock;
    }

    /** The slots of a day as they are, or will be by the plan of the store. */
    public List<Slot> ofDay(CoopId coop, String storeId, LocalDate day) {
        var there = store.find(coop, storeId, List.of(day));
        return there.isEmpty() ? planned.ofDay(coop, storeId, day) : there;
    }

    /**
     * One of them.
     *
     * @throws NotFound when the day has none of that number
     */
    public Slot slot(CoopId coop, SlotId id) {
        return ofDay(coop, id.storeId(), id.day()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("slot"));
    }

    /** From now on the day keeps its slots as they are planned now, to be changed one by one. */
    void begin(CoopId coop, String storeId, LocalDate day) {
        store.insertMissing(coop, planned.ofDay(coop, storeId, day));
    }

    /**
     * Gives a slot of one day other room.
     *
     * @param capacity in orders
     * @param mostItems in pieces; 0 where only orders count
     * @throws Refused when more is taken already, or without a reason
     */
    @Transactional
    public void resize(
            CoopId coop, UUID staff, SlotId id, int capacity, int mostItems, String reason) {
        var why = audit.reason(coop, reason, new SlotDayRefusal.NoReason());
        requireToCome(id);
        begin(coop, id.storeId(), id.day());
        if (capacity < 0 || mostItems < 0) {
            throw Refused.because(new SlotDayRefusal.NoNumber());
        }
        if (!store.resize(coop, id, capacity, mostItems)) {
            var places = store.find(coop, id).orElseThrow(() -> new NotFound("slot")).places();
            throw Refused.because(new SlotDayRefusal.MoreIsTaken(places.taken(), places.items()));
        }
        note(coop, staff, "slot.resized", id, "%d件 %d点 %s".formatted(capacity, mostItems, why));
    }

    /**
     * Adds a slot to one day.
     *
     * @throws Refused when the day has one of that number, the cutoff is past, or without a reason
     */
    @Transactional
    public void add(
            CoopId coop, UUID staff, String storeId, LocalDate day, SlotTime time, String reason) {
        var why = audit.reason(coop, reason, new SlotDayRefusal.NoReason());
        var added = SlotRules.slot(storeId, day, time, planned.mostItems(coop, storeId, day));
        if (added.isPastCutoff(clock.instant())) {
            throw Refused.because(new SlotDayRefusal.IsPast());
        }
        if (added.cutoffAt().isAfter(added.startsAt())) {
            throw Refused.because(new SlotDayRefusal.NotATime());
        }
        begin(coop, storeId, day);
        if (store.find(coop, added.id()).isPresent()) {
            throw Refused.because(new SlotDayRefusal.NumberIsTaken(time.number()));
        }
        store.insertMissing(coop, List.of(added));
        note(coop, staff, "slot.added", added.id(), added.label() + " " + why);
    }

    private void requireToCome(SlotId id) {
        if (id.day().isBefore(LocalDate.now(clock))) {
            throw Refused.because(new SlotDayRefusal.IsPast());
        }
    }

    private void note(CoopId coop, UUID staff, String action, SlotId id, String words) {
        audit.note(
                coop,
                staff,
                action,
                Ids.next(clock),
                "%s %s %d便 %s".formatted(id.storeId(), id.day(), id.number(), words));
    }
}
