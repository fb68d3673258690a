package coop.kumiai.cards;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * Passes in the wallets of phones.
 *
 * @param validDays after so many days a pass counts no more and is fetched anew: nobody can take it
 *     off a phone
 */
@PolicyName("cards.wallet")
public record WalletTerms(int validDays) implements Policy {
    public WalletTerms {
        if (validDays < 1) {
            throw new IllegalArgumentException("wallet terms");
        }
    }
}
