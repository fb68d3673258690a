package coop.kumiai.cards;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * The code of the digital card (X-CARD-1, M-CARD-3).
 *
 * @param valid how long a code stands before the next one follows; thirty seconds at most
 * @param stepsOff by how many codes a till's check may be late, or a clock off
 * @param shownFor how long an open page renews the code by itself
 * @param mostPerMinute codes that one till may have checked in a minute
 * @param smartphonesOnly whether other machines are led to a phone (M-CARD-3)
 */
@PolicyName("cards.code")
public record CardCodeTerms(
        Duration valid, int stepsOff, Duration shownFor, int mostPerMinute, boolean smartphonesOnly)
        implements Policy {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    public CardCodeTerms {
        if (valid.toSeconds() < 1
                || valid.compareTo(LONGEST) > 0
                || stepsOff < 0
                || shownFor.compareTo(valid) < 0
                || mostPerMinute < 1) {
            throw new IllegalArgumentException("card code terms");
        }
    }
}
