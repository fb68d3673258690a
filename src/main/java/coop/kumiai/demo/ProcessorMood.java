package coop.kumiai.demo;

import java.time.Duration;

/**
 * How the stand-in processor behaves to one shop, for trying what goes wrong.
 *
 * @param kind what it does
 * @param path of the calls it is about, such as {@code /order/capture}; empty for all
 * @param times how many calls yet
 * @param delay before it answers
 */
record ProcessorMood(Kind kind, String path, int times, Duration delay) {
    static final ProcessorMood GOOD = new ProcessorMood(Kind.GOOD, "", 0, Duration.ZERO);

    /** What can go wrong. */
    enum Kind {
        GOOD,
        /** Does nothing and says so (503). */
        DOWN,
        /** Does what it is asked, and its answer is lost on the way (504). */
        LOSES_ANSWERS,
        /** Never gets the call, and nobody hears so (504). */
        LOSES_CALLS,
        /** Does what it is asked, and refuses it as what was done before. */
        REFUSES_WHAT_IT_DOES,
        /** Refuses, and does nothing. */
        REFUSES,
        /** Answers good, and does nothing. */
        LIES
    }

    boolean isAbout(String called) {
        return times > 0 && (path.isEmpty() || path.equals(called));
    }

    ProcessorMood oneLess() {
        return new ProcessorMood(kind, path, times - 1, delay);
    }
}
