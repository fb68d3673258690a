package coop.kumiai.stores;

import coop.kumiai.kernel.BusinessClock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule about slots, pure. */
final class SlotRules {
    /** In which the rows of two slots are locked. */
    static final Comparator<SlotId> ORDER =
            Comparator.comparing(SlotId::storeId)
                    .thenComparing(SlotId::day)
                    .thenComparingInt(SlotId::number);

    private SlotRules() {}

    /**
     * The days whose slots can be chosen now: today up to the horizon, whose last day opens at its
     * hour (N-SLOT-6).
     */
    static List<LocalDate> openDays(SlotHorizon horizon, LocalDateTime now) {
        var last = now.toLocalDate().plusDays(horizon.daysAhead());
        var lastIsOpen = !now.toLocalTime().isBefore(horizon.opensAt());
        return now.toLocalDate().datesUntil(lastIsOpen ? last.plusDays(1) : last).toList();
    }

    /**
     * How many percent of a day's places are released now: the last open day's by and by, those of
     * earlier days all (X-SLOT-2).
     */
    static int releasedPercent(
            SlotHorizon horizon, SlotReleases releases, LocalDate day, LocalDateTime now) {
        return day.isBefore(now.toLocalDate().plusDays(horizon.daysAhead()))
                ? SlotReleases.ALL
                : releases.percentAt(now.toLocalTime());
    }

    /** Why this slot cannot be had now, if so (N-SLOT-3, N-SLOT-5, N-SLOT-7). */
    static Optional<SlotRefusal> refusal(Slot slot, Instant now) {
        return Stream.of(
                        slot.stoppedBecause()
                                .<SlotRefusal>map(
                                        reason -> new SlotRefusal.Stopped(slot.label(), reason)),
                        slot.isPastCutoff(now)
                                ? Optional.<SlotRefusal>of(
                                        new SlotRefusal.PastCutoff(
                                                slot.label(), slot.cutoffLabel()))
                                : Optional.<SlotRefusal>empty(),
                        slot.left() <= 0
                                ? Optional.of(noPlace(slot))
                                : Optional.<SlotRefusal>empty())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static SlotRefusal noPlace(Slot slot) {
        return slot.keptFor()
                .<SlotRefusal>map(whom -> new SlotRefusal.KeptForOthers(slot.label(), whom))
                .orElseGet(() -> new SlotRefusal.Full(slot.label()));
    }

    /** What of the places of a day somebody may have now, that so many of are released. */
    static SlotShare share(
            FairShare fair, int released, LocalDate day, LocalDateTime now, boolean keptForThem) {
        if (!fair.isKept(day, now)) {
            return new SlotShare(released, false);
        }
        return keptForThem
                ? new SlotShare(released, true)
                : new SlotShare(fair.leftOf(released), false);
    }

    /** A slot of a day, still empty. */
    static Slot slot(String storeId, LocalDate day, SlotTime time, int mostItems) {
        return new Slot(
                new SlotId(storeId, day, time.number()),
                false,
                moment(day.atTime(time.from())),
                moment(day.atTime(time.until())),
                moment(day.minusDays(time.cutoffDaysBefore()).atTime(time.cutoff())),
                SlotPlaces.empty(time.capacity(), mostItems),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Why so many pieces more cannot be picked for a slot (X-SLOT-3). */
    static Optional<SlotRefusal> items(Slot slot, int more) {
        return more > slot.places().itemsLeft()
                ? Optional.of(new SlotRefusal.TooManyItems(slot.label(), slot.places().itemsLeft()))
                : Optional.empty();
    }

    private static Instant moment(LocalDateTime time) {
        return time.atZone(BusinessClock.JAPAN).toInstant();
    }
}
