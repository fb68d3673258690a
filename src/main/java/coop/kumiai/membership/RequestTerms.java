package coop.kumiai.membership;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** 届出・お問い合わせ: how long what a member writes, and what is answered, may be. */
@PolicyName("membership.requests")
public record RequestTerms(int mostCharacters) implements Policy {
    public RequestTerms {
        if (mostCharacters <= 0) {
            throw new IllegalArgumentException("request terms");
        }
    }
}
