package coop.kumiai.tills;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * チャージの取消 at the till.
 *
 * @param within how long after a charge its till takes it back
 */
@PolicyName("tills.voids")
public record VoidTerms(Duration within) implements Policy {
    public VoidTerms {
        if (!within.isPositive()) {
            throw new IllegalArgumentException("void terms");
        }
    }
}
