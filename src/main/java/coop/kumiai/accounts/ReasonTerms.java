package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 理由: what staff write down when they look at or change what is a member's.
 *
 * @param mostCharacters the longest reason
 */
@PolicyName("accounts.reasons")
public record ReasonTerms(int mostCharacters) implements Policy {
    public ReasonTerms {
        if (mostCharacters <= 0) {
            throw new IllegalArgumentException("reason terms");
        }
    }
}
