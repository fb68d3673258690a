package coop.kumiai.aftercare;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** お届けした商品のお知らせ (N-RET-2): how long a member's words and the store's answer may be. */
@PolicyName("aftercare.words")
public record AftercareTerms(int mostCharacters) implements Policy {
    public AftercareTerms {
        if (mostCharacters <= 0) {
            throw new IllegalArgumentException("nobody could say anything");
        }
    }
}
