package coop.kumiai.catalog;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * チラシ価格 (N-CAT-2) as staff enter them.
 *
 * @param mostDays how many days one may hold
 * @param daysAhead how many days before its first day it may be entered
 * @param daysShown how long one that is over is still listed
 */
@PolicyName("catalog.flyers")
public record FlyerTerms(int mostDays, int daysAhead, int daysShown) implements Policy {
    public FlyerTerms {
        if (mostDays <= 0 || daysAhead < 0 || daysShown < 0) {
            throw new IllegalArgumentException("no sense in these terms");
        }
    }
}
