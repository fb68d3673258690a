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

    private final AtomicReference<Clock> ticking;

    private BusinessClock(Clock ticking) {
        this.ticking = new AtomicReference<>(ticking);
    }

    public static BusinessClock ofTheMachine() {
        return new BusinessClock(Clock.system(JAPAN));
    }

    /** A clock that begins at the given moment and ticks on from there. */
    public static BusinessClock startingAt(Instant start) {
        var ticking = Clock.system(JAPAN);
        return new BusinessClock(Clock.offset(ticking, Duration.between(ticking.instant(), start)));
    }

    /** A clock that stands still until it is moved: for tests. */
    public static BusinessClock standingAt(Instant moment) {
        return new BusinessClock(Clock.fixed(moment, JAPAN));
    }

    /**
     * @throws IllegalArgumentException when the step is negative
     */
    public void forward(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("the business clock only goes forward");
        }
        ticking.updateAndGet(before -> Clock.offset(before, step));
    }

    /**
     * Stops this clock at a moment, also an earlier one: for tests, which share one running
     * application.
     */
    public void standAt(Instant moment) {
        ticking.set(Clock.fixed(moment, JAPAN));
    }

    @Override
    public Instant instant() {
        return ticking.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return JAPAN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return ticking.get().withZone(zone);
    }
}
