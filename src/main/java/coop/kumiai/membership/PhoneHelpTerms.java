package coop.kumiai.membership;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 電話でのご本人の確認 (M-LOGIN-2): how often birth date and phone number may be wrong.
 *
 * @param within how long a wrong try counts, from the first one
 * @param triesOfMember wrong tries for one member after which the desk waits
 * @param triesOfStaff wrong tries of one member of staff, for whomever, after which they wait
 */
@PolicyName("membership.phone-help")
public record PhoneHelpTerms(Duration within, int triesOfMember, int triesOfStaff)
        implements Policy {
    public PhoneHelpTerms {
        if (within.isNegative() || within.isZero() || triesOfMember <= 0 || triesOfStaff <= 0) {
            throw new IllegalArgumentException("phone help terms");
        }
    }
}
