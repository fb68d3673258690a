package coop.kumiai.stores;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.JapaneseDates;

import java.time.Instant;
import java.util.Optional;

/**
 * A slot as it is at this moment.
 *
 * @param driveThrough whether members fetch its goods at the store (N-DRIVE-1)
 * @param cutoffAt 締切: from this moment on it takes no order
 * @param stoppedBecause why staff stopped it (N-SLOT-7), empty while it runs
 * @param delayedBecause why it comes late (N-SLOT-7), empty while it is on time
 * @param keptFor for whom, and until when, what is left of it is kept, if not for who looks at it
 *     (X-SLOT-2)
 */
public record Slot(
        SlotId id,
        boolean driveThrough,
        Instant startsAt,
        Instant endsAt,
        Instant cutoffAt,
        SlotPlaces places,
        Optional<String> stoppedBecause,
        Optional<String> delayedBecause,
        Optional<String> keptFor) {

    public int capacity() {
        return places.capacity();
    }

    public int taken() {
        return places.taken();
    }

    /** How many more orders it can take. */
    public int left() {
        return places.left();
    }

    /** The same for whoever holds a place of it: that one is free for them (X-SLOT-1). */
    public Slot asHeldByMe() {
        return with(places.asHeldByMe());
    }

    Slot with(SlotPlaces other) {
        return new Slot(
                id,
                driveThrough,
                startsAt,
                endsAt,
                cutoffAt,
                other,
                stoppedBecause,
                delayedBecause,
                keptFor);
    }

    Slot keptFor(String whom) {
        return new Slot(
                id,
                driveThrough,
                startsAt,
                endsAt,
                cutoffAt,
                places,
                stoppedBecause,
                delayedBecause,
                Optional.of(whom));
    }

    Slot asDriveThrough() {
        return new Slot(
                id,
                true,
                startsAt,
                endsAt,
                cutoffAt,
                places,
                stoppedBecause,
                delayedBecause,
                keptFor);
    }

    public boolean isPastCutoff(Instant now) {
        return !now.isBefore(cutoffAt);
    }

    /** Whether a place of it can be had now (N-SLOT-3, N-SLOT-5). */
    public boolean isOpen(Instant now) {
        return left() > 0 && !isPastCutoff(now) && stoppedBecause.isEmpty();
    }

    /**
     * What members are told who have it or look at it (N-SLOT-7); empty while it runs as planned.
     */
    public Optional<String> trouble() {
        return stoppedBecause
                .map(it -> "%sは、%sのため休止します。".formatted(label(), it))
                .or(() -> delayedBecause.map(it -> "%sは、%sのため遅れます。".formatted(label(), it)));
    }

    /** {@code 14時〜16時}. */
    public String hours() {
        return JapaneseDates.span(
                startsAt.atZone(BusinessClock.JAPAN).toLocalTime(),
                endsAt.atZone(BusinessClock.JAPAN).toLocalTime());
    }

    /** {@code 2便} or {@code ドライブスルー11便}. */
    public String name() {
        return name(id.number(), driveThrough);
    }

    /** The same of a slot of which only that much is known. */
    public static String name(int number, boolean driveThrough) {
        return (driveThrough ? "ドライブスルー" : "") + number + "便";
    }

    /** {@code 11/23(月) 2便 14時〜16時}. */
    public String label() {
        return JapaneseDates.day(id.day()) + " " + name() + " " + hours();
    }

    /** {@code 11/23(月) 10時}. */
    public String cutoffLabel() {
        return JapaneseDates.moment(cutoffAt);
    }
}
