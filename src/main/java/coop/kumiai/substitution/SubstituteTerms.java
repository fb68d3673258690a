package coop.kumiai.substitution;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 代わりの品 (N-PICK-2, X-PICK-1).
 *
 * @param answerWithin how long a member has to answer a mail
 * @param takenUnanswered whether the substitute is put in when no answer comes, or the goods are
 *     cancelled
 * @param priceWithinPercent how far the price of a suggestion may lie from that of the short goods
 * @param mostSuggested how many are suggested to the picker
 */
@PolicyName("substitution.terms")
public record SubstituteTerms(
        Duration answerWithin, boolean takenUnanswered, int priceWithinPercent, int mostSuggested)
        implements Policy {
    public SubstituteTerms {
        if (!answerWithin.isPositive() || priceWithinPercent < 0 || mostSuggested <= 0) {
            throw new IllegalArgumentException("no sense in these terms");
        }
    }
}
