package coop.kumiai.road;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How long a van takes from place to place, in seconds, pure. Where it is known where two places
 * are: the straight line, longer by a factor, at the speed of a town. Where it is not: by postal
 * code, neighbours in the list of codes being taken for neighbours in the street.
 */
final class Roads {
    static final String STORE = "store:";

    private static final int SECONDS = 60;
    private static final int SECONDS_OF_AN_HOUR = 3_600;
    private static final int METRES = 1_000;
    private static final int PERCENT = 100;

    private final RunTerms terms;
    private final Map<String, Spot> spots;
    private final List<String> codes;

    /**
     * @param spots of stores and postal codes, as far as somebody has said so
     * @param codes all postal codes of the doors
     */
    Roads(RunTerms terms, Map<String, Spot> spots, List<String> codes) {
        this.terms = terms;
        this.spots = Map.copyOf(spots);
        this.codes = List.copyOf(new TreeSet<>(codes));
    }

    /** From a postal code, or the store, to a postal code. */
    long seconds(String from, String to) {
        if (from.equals(to)) {
            return inTown();
        }
        return straight(from, to).orElseGet(() -> byCode(from, to));
    }

    /** Whether somebody has said where it is. */
    boolean knows(String place) {
        return spots.containsKey(place);
    }

    private Optional<Long> straight(String from, String to) {
        var start = spots.get(from);
        var end = spots.get(to);
        if (start == null || end == null) {
            return Optional.empty();
        }
        var metres = start.metresTo(end) * terms.detourPercent() / PERCENT;
        var driving = metres * SECONDS_OF_AN_HOUR / METRES / terms.kilometresPerHour();
        return Optional.of(Math.max(inTown(), driving));
    }

    private long byCode(String from, String to) {
        var apart = Math.abs(codes.indexOf(from) - codes.indexOf(to));
        var steps = from.startsWith(STORE) ? 1 : Math.max(1, apart);
        return (long) steps * terms.minutesBetweenTowns() * SECONDS;
    }

    private long inTown() {
        return (long) terms.minutesInTown() * SECONDS;
    }
}
