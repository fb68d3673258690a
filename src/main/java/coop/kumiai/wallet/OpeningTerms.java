package coop.kumiai.wallet;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 電子マネーのご利用の開始 (U-SIGN-1).
 *
 * @param way how a member begins to use e-money
 * @param termsOf which edition of the terms a member agrees to, as it stands in the ledger
 */
@PolicyName("wallet.opening")
public record OpeningTerms(Way way, String termsOf) implements Policy {

    /** Where e-money begins. */
    public enum Way {
        /** The co-op has no e-money. */
        OFF,
        /** By the first cash that is charged at a till. */
        AT_TILL,
        /** By the member's consent on My Page, asked at the first sign-in there. */
        ON_MY_PAGE
    }

    public OpeningTerms {
        if (termsOf.isBlank()) {
            throw new IllegalArgumentException("opening terms");
        }
    }

    public boolean used() {
        return way != Way.OFF;
    }
}
