package coop.kumiai.stores;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.JapaneseDates;

import java.time.Instant;
import java.util.UUID;

/**
 * 臨時のお休み: a time announced beforehand in which the net supermarket takes no orders (N-HOUR-1).
 *
 * @param from its first moment
 * @param until the moment that it opens again
 * @param reason as members read it, such as システムの点検
 */
public record Closure(UUID id, Instant from, Instant until, String reason) {
    public boolean isAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    boolean overlaps(Instant otherFrom, Instant otherUntil) {
        return otherFrom.isBefore(until) && from.isBefore(otherUntil);
    }

    /** {@code 11/25(水) 1時〜5時}, or with the second day where it is another. */
    public String label() {
        var start = from.atZone(BusinessClock.JAPAN);
        var end = until.atZone(BusinessClock.JAPAN);
        return start.toLocalDate().equals(end.toLocalDate())
                ? JapaneseDates.day(start.toLocalDate())
                        + " "
                        + JapaneseDates.span(start.toLocalTime(), end.toLocalTime())
                : JapaneseDates.moment(from) + "〜" + JapaneseDates.moment(until);
    }
}
