package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** 二段階認証: who is asked for more than a password (U-SIGN-1, X-ID-1). */
@PolicyName("accounts.second-factor")
public record SecondFactorTerms(Asked members, Asked staff) implements Policy {

    /** When it is asked for. */
    public enum Asked {
        /** Never. */
        OFF,
        /** Of whoever has chosen it. */
        BY_CHOICE,
        /** Of everybody; by mail where nothing else was chosen. */
        ALWAYS
    }

    /**
     * Of staff always, whatever is decided: they see everybody's data. Only a demo lets them in
     * with the password that stands on its page.
     */
    Asked of(Account.Kind kind, boolean demo) {
        if (kind == Account.Kind.MEMBER) {
            return members;
        }
        return demo ? staff : Asked.ALWAYS;
    }
}
