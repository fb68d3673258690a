package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * How cards are taken (N-PAY-3, N-PAY-4, X-PICK-2).
 *
 * @param tokenValid how long after the card was typed the order can be confirmed with it
 * @param heldFor how long an order waits for the member at the card company
 * @param weighedPercent how much more is authorised for goods sold by weight
 * @param substitutePercent how much more for goods that may be substituted
 */
@PolicyName("payments.card")
public record CardTerms(
        Duration tokenValid, Duration heldFor, int weighedPercent, int substitutePercent)
        implements Policy {
    private static final int WHOLE = 100;

    public CardTerms {
        if (!tokenValid.isPositive()
                || !heldFor.isPositive()
                || weighedPercent < 0
                || substitutePercent < 0) {
            throw new IllegalArgumentException("no sense in these terms");
        }
    }

    /**
     * What is authorised (与信の上限): the amount, and what picking may add.
     *
     * @param weighed the part of the total that is weighed
     * @param substitutable the part whose goods may be substituted
     */
    public Yen ceiling(Yen total, Yen weighed, Yen substitutable) {
        return total.plus(weighed.portionRoundedDown(weighedPercent, WHOLE))
                .plus(substitutable.portionRoundedDown(substitutePercent, WHOLE));
    }
}
