package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * How a forgotten password is replaced (N-REG-5, M-LOGIN-3, B-LOGIN-3).
 *
 * @param way what the member does; the mail is good as long as {@link MailProofTerms} says
 */
@PolicyName("accounts.recovery")
public record RecoveryTerms(Way way) implements Policy {

    /** The three ways. */
    public enum Way {
        /** A link and a code by mail. */
        LINK,
        /** 仮パスワード by mail, good for one sign-in that must choose a new one. */
        TEMPORARY_PASSWORD,
        /** A link and a code by mail, asked for with the e-mail address and the phone number. */
        LINK_AND_PHONE
    }
}
