package coop.kumiai.road;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * When a van should be at a door, pure: the plan, moved by as much as the van is early or late at
 * the last door that it has done. The hour narrows with each door (X-DELIV-1); it is no promise of
 * an exact time (N-SLOT-2).
 */
final class ArrivalRules {
    private static final int SECONDS = 60;
    private static final int ROUNDED_TO_MINUTES = 5;

    private ArrivalRules() {}

    /**
     * @param done when doors of the van were done, by order
     * @param atDoor how long a door takes
     * @return empty before the van leaves, and when the door is done
     */
    static Optional<Arrival> of(
            VanRun van,
            UUID orderId,
            Map<UUID, Instant> done,
            Duration atDoor,
            ArrivalTerms terms,
            Instant now) {
        var mine = van.stops().stream().filter(it -> it.orderId().equals(orderId)).findFirst();
        if (!van.hasLeft() || mine.isEmpty() || done.containsKey(orderId)) {
            return Optional.empty();
        }
        var before =
                (int)
                        van.stops().stream()
                                .filter(it -> it.position() < mine.get().position())
                                .filter(it -> !done.containsKey(it.orderId()))
                                .count();
        var expected = mine.get().expectedAt().plus(shift(van.stops(), done, atDoor));
        var soonest = now.plus(atDoor.multipliedBy(before));
        var likely = expected.isBefore(soonest) ? soonest : expected;
        return Optional.of(around(likely, before, terms));
    }

    /** By how much the van is behind its plan; before it when it is less than nought. */
    private static Duration shift(List<VanStop> stops, Map<UUID, Instant> done, Duration atDoor) {
        return stops.stream()
                .filter(it -> done.containsKey(it.orderId()))
                .max(Comparator.comparing(it -> doneAt(it, done)))
                .map(it -> Duration.between(it.expectedAt().plus(atDoor), doneAt(it, done)))
                .orElse(Duration.ZERO);
    }

    private static Instant doneAt(VanStop stop, Map<UUID, Instant> done) {
        return Objects.requireNonNull(done.get(stop.orderId()));
    }

    private static Arrival around(Instant likely, int before, ArrivalTerms terms) {
        var margin =
                Math.min(
                        terms.mostMinutes(),
                        terms.leastMinutes() + before * terms.minutesPerStop());
        return new Arrival(
                rounded(likely.minusSeconds((long) margin * SECONDS), false),
                rounded(likely.plusSeconds((long) margin * SECONDS), true),
                before);
    }

    private static Instant rounded(Instant moment, boolean up) {
        var step = (long) ROUNDED_TO_MINUTES * SECONDS;
        var whole = Math.floorDiv(moment.getEpochSecond() + (up ? step - 1 : 0), step) * step;
        return Instant.ofEpochSecond(whole);
    }
}
