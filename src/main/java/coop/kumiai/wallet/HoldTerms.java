package coop.kumiai.wallet;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * お支払いの保留.
 *
 * @param valid how long what is held waits for its purchase
 */
@PolicyName("wallet.holds")
public record HoldTerms(Duration valid) implements Policy {
    public HoldTerms {
        if (valid.toSeconds() < 1) {
            throw new IllegalArgumentException("hold terms");
        }
    }
}
