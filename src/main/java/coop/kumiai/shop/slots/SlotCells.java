package coop.kumiai.shop.slots;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import coop.kumiai.orders.SlotWait;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotRefusal;
import coop.kumiai.stores.Slots;
import coop.kumiai.web.SlotCell;
import coop.kumiai.web.SlotCell.Waiting;
import coop.kumiai.web.SlotDay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Slots as the cells of a table, for somebody at a moment. */
final class SlotCells {
    private static final List<String> DAY_WORDS = List.of("今日", "明日", "あさって");

    /** One of so many parts of a slot's places is few (残りわずか). */
    private static final int FEW_SHARE = 5;

    private final Slots slots;
    private final LocalDate today;
    private final Instant now;
    private final List<SlotWait> waits;
    private final boolean mayWait;

    SlotCells(Slots slots, LocalDate today, Instant now) {
        this(slots, today, now, List.of(), false);
    }

    private SlotCells(
            Slots slots, LocalDate today, Instant now, List<SlotWait> waits, boolean mayWait) {
        this.slots = slots;
        this.today = today;
        this.now = now;
        this.waits = List.copyOf(waits);
        this.mayWait = mayWait;
    }

    /** The same for a member who waits for some of them, and may wait for others (X-SLOT-2). */
    SlotCells waitedFor(List<SlotWait> theirs, boolean used) {
        return new SlotCells(slots, today, now, theirs, used);
    }

    List<SlotDay> days(List<Slot> offered, Optional<Slot> chosen) {
        return offered.stream()
                .collect(groupingBy(slot -> slot.id().day(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(day -> day(day.getKey(), day.getValue(), chosen))
                .toList();
    }

    private SlotDay day(LocalDate date, List<Slot> ofDay, Optional<Slot> chosen) {
        return new SlotDay(
                date, word(date), ofDay.stream().map(slot -> cell(slot, chosen)).toList());
    }

    private String word(LocalDate date) {
        var ahead = (int) ChronoUnit.DAYS.between(today, date);
        return ahead < DAY_WORDS.size() ? DAY_WORDS.get(ahead) : ahead + "日後";
    }

    private SlotCell cell(Slot slot, Optional<Slot> chosen) {
        var mine = chosen.filter(it -> it.id().equals(slot.id()));
        var wait = waits.stream().filter(it -> it.slot().equals(slot.id())).findFirst();
        var offered = wait.filter(it -> it.isOfferedAt(now)).map(it -> slot.asHeldByMe());
        var state = state(mine.or(() -> offered).orElse(slot));
        return new SlotCell(
                "%s.%s.%d".formatted(slot.id().storeId(), slot.id().day(), slot.id().number()),
                slot.id().number(),
                SlotWords.local(slot.startsAt()).toLocalTime(),
                SlotWords.local(slot.endsAt()).toLocalTime(),
                state,
                SlotWords.local(slot.cutoffAt()),
                mine.isPresent(),
                waiting(state, wait));
    }

    private Waiting waiting(SlotCell.State state, Optional<SlotWait> wait) {
        if (wait.filter(it -> it.isOfferedAt(now)).isPresent()) {
            return Waiting.OFFERED;
        }
        if (wait.isPresent()) {
            return Waiting.WAITS;
        }
        return mayWait && state == SlotCell.State.FULL ? Waiting.POSSIBLE : Waiting.NOT;
    }

    private SlotCell.State state(Slot slot) {
        return slots.refusal(slot)
                .map(SlotCells::state)
                .orElseGet(
                        () ->
                                slot.left() * FEW_SHARE <= slot.capacity()
                                        ? SlotCell.State.FEW
                                        : SlotCell.State.FREE);
    }

    private static SlotCell.State state(SlotRefusal refusal) {
        return switch (refusal) {
            case SlotRefusal.Full full -> SlotCell.State.FULL;
            case SlotRefusal.KeptForOthers kept -> SlotCell.State.FULL;
            case SlotRefusal.TooManyItems many -> SlotCell.State.FULL;
            case SlotRefusal.Stopped stopped -> SlotCell.State.STOPPED;
            case SlotRefusal.PastCutoff past -> SlotCell.State.CLOSED;
            case SlotRefusal.NotOffered other -> SlotCell.State.CLOSED;
        };
    }
}
