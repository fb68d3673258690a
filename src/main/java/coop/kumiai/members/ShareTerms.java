package coop.kumiai.members;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 出資金の規程 (N-JOIN-1, N-JOIN-2).
 *
 * @param unitPrice of one share (口), paid back when the member leaves
 * @param leastUnits with which one joins
 * @param webJoining whether one may join on line (Web加入)
 * @param inPersonJoining whether the driver collects the share capital at the first delivery (対面加入)
 */
@PolicyName("members.shares")
public record ShareTerms(Yen unitPrice, int leastUnits, boolean webJoining, boolean inPersonJoining)
        implements Policy {
    public ShareTerms {
        if (unitPrice.amount() <= 0 || leastUnits <= 0) {
            throw new IllegalArgumentException("share terms");
        }
    }

    /** What joining costs. */
    public Yen least() {
        return unitPrice.times(leastUnits);
    }
}
