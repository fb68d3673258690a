package coop.kumiai.membership;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 組合員証 (M-CARD-2).
 *
 * @param nameBusinessDays after how many business days (営業日) the card shows a changed name
 */
@PolicyName("membership.card")
public record CardTerms(int nameBusinessDays) implements Policy {
    public CardTerms {
        if (nameBusinessDays < 0) {
            throw new IllegalArgumentException("card terms");
        }
    }
}
