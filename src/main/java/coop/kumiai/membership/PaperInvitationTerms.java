package coop.kumiai.membership;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * お手紙でのご案内の規程 (M-USE-3).
 *
 * @param valid how long the code of a letter is good for
 * @param tries how often it may be typed, right or wrong; then it is void
 */
@PolicyName("membership.paper-invitations")
public record PaperInvitationTerms(Duration valid, int tries) implements Policy {
    public PaperInvitationTerms {
        if (!valid.isPositive() || tries <= 0) {
            throw new IllegalArgumentException("paper invitation terms");
        }
    }
}
