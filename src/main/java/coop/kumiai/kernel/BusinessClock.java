package coop.kumiai.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one clock of all code, in Japan Standard Time. It ticks with the machine's clock, shifted by
 * an offset that only the demo moves; money and cutoffs must never see the same moment twice, so it
 * only goes forward.
 */
public final class BusinessClock extends Clock {
    /** 日本標準時: every date and hour of the business is meant in it. */
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Clock ticking;
    private final AtomicReference<Duration> offset;

    private BusinessClock(Clock ticking, Duration offset) {
        this.ticking = ticking;
        this.offset = new AtomicReference<>(offset);
    }

    public static BusinessClock ofTheMachine() {
        return new BusinessClock(Clock.system(JAPAN), Duration.ZERO);
    }

    /** A clock that begins at the given moment and ticks on from there. */
    public static BusinessClock startingAt(Instant start) {
        var ticking = Clock.system(JAPAN);
        return new BusinessClock(ticking, Duration.between(ticking.instant(), start));
    }

    /** A clock that stands still until it is moved: for tests. */
    public static BusinessClock standingAt(Instant moment) {
        return new BusinessClock(Clock.fixed(moment, JAPAN), Duration.ZERO);
    }

    /**
     * @throws IllegalArgumentException when the step is negative
     */
    public void forward(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("the business clock only goes forward");
        }
        offset.updateAndGet(before -> before.plus(step));
    }

    @Override
    public Instant instant() {
        return ticking.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return JAPAN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new BusinessClock(ticking.withZone(zone), offset.get());
    }
}
