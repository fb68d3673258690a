package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * レジの端末.
 *
 * @param tokenValid a till signs in anew after it
 */
@PolicyName("accounts.tills")
public record TillTerms(Duration tokenValid) implements Policy {
    public TillTerms {
        if (!tokenValid.isPositive()) {
            throw new IllegalArgumentException("till terms");
        }
    }
}
