package coop.kumiai.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Sends requests until the just-in-time compiler has little left to do: what is measured then is a
 * server that has run for a while.
 *
 * @param asked how many requests there were
 * @param confirmed how many of them made an order
 */
record WarmUp(int asked, long confirmed) {
    private static final int AT_ONCE = 32;
    private static final int STEP_SECONDS = 10;
    private static final int MOST_STEPS = 24;

    /** The compiler's share of the time when it counts as done. */
    private static final double SETTLED = 0.15;

    /** How many requests there may be at the most. */
    static int most(int perSecond) {
        return MOST_STEPS * STEP_SECONDS * perSecond;
    }

    static WarmUp run(Figures figures, int perSecond, IntFunction<Http.Answer> request)
            throws InterruptedException {
        var asked = 0;
        var confirmed = 0L;
        for (var step = 0; step < MOST_STEPS; step++) {
            var first = asked;
            var before = compiling();
            var load =
                    OpenLoop.run(
                            perSecond,
                            STEP_SECONDS * perSecond,
                            AT_ONCE,
                            at -> request.apply(first + at));
            asked += STEP_SECONDS * perSecond;
            confirmed += load.with(201);
            figures.say("warm-up: %s", load.words());
            if (compiling() - before < SETTLED * TimeUnit.SECONDS.toMillis(STEP_SECONDS)) {
                break;
            }
        }
        return new WarmUp(asked, confirmed);
    }

    private static long compiling() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }
}
