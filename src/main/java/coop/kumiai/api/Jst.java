package coop.kumiai.api;

import coop.kumiai.kernel.BusinessClock;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Moments as the API writes them: ISO-8601 in Japan Standard Time, with the offset. */
final class Jst {
    private Jst() {}

    static OffsetDateTime of(Instant moment) {
        return moment.atZone(BusinessClock.JAPAN).toOffsetDateTime();
    }
}
