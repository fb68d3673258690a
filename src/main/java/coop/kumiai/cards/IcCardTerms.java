package coop.kumiai.cards;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * ICカード: its chip is easily copied, so that it pays within limits of its own (U-WAL-5).
 *
 * @param mostPerMember cards in use at a time
 * @param mostPerPayment of one payment with a card
 * @param mostPerDay of all payments of one day with a card
 * @param reissueFee 再発行手数料
 */
@PolicyName("cards.ic")
public record IcCardTerms(int mostPerMember, Yen mostPerPayment, Yen mostPerDay, Yen reissueFee)
        implements Policy {
    public IcCardTerms {
        if (mostPerMember < 1
                || mostPerPayment.amount() < 1
                || mostPerDay.isLessThan(mostPerPayment)
                || reissueFee.amount() < 0) {
            throw new IllegalArgumentException("IC card terms");
        }
    }
}
