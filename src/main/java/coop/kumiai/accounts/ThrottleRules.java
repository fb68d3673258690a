package coop.kumiai.accounts;

import java.time.Duration;

/** How long one waits after how many tries, pure. */
final class ThrottleRules {
    private ThrottleRules() {}

    /**
     * The wait after this many tries: none before the free ones are used up, then the first delay,
     * doubled with each further try, never beyond the longest.
     */
    static Duration waitAfter(int tries, int free, SignInTerms terms) {
        if (tries < free) {
            return Duration.ZERO;
        }
        var delay = terms.firstDelay();
        for (var i = free; i < tries && isShorter(delay, terms.longestDelay()); i++) {
            delay = delay.multipliedBy(2);
        }
        return isShorter(delay, terms.longestDelay()) ? delay : terms.longestDelay();
    }

    private static boolean isShorter(Duration delay, Duration other) {
        return delay.compareTo(other) < 0;
    }
}
