package coop.kumiai.membership;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * まとめてのご案内の規程 (M-USE-3).
 *
 * @param againAfter who was invited within this time is left out when all are invited
 */
@PolicyName("membership.invitations")
public record InvitationTerms(Duration againAfter) implements Policy {
    public InvitationTerms {
        if (!againAfter.isPositive()) {
            throw new IllegalArgumentException("invitation terms");
        }
    }
}
