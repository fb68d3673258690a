package coop.kumiai.tills;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 取引コード that a till shows.
 *
 * @param valid how long a member can confirm it
 * @param mostWrongPerMinute codes that are none, by one member
 */
@PolicyName("tills.codes")
public record CodeTerms(Duration valid, int mostWrongPerMinute) implements Policy {
    public CodeTerms {
        if (!valid.isPositive() || mostWrongPerMinute < 1) {
            throw new IllegalArgumentException("code terms");
        }
    }
}
