package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * How e-mail address and password are changed.
 *
 * @param presentAsked whether the present address and password are typed anew and the new address
 *     twice (B-LOGIN-2, B-LOGIN-4)
 * @param meanwhile who can sign in until the new address is confirmed (N-REG-4)
 * @param emailValid how long the mail to the new address is good; then the change is off
 */
@PolicyName("accounts.changes")
public record ChangeTerms(boolean presentAsked, Meanwhile meanwhile, Duration emailValid)
        implements Policy {

    /** Between asking for a new address and confirming it. */
    public enum Meanwhile {
        /** The old address goes on working. */
        OLD_ADDRESS,
        /** Nobody signs in. */
        NOBODY
    }
}
