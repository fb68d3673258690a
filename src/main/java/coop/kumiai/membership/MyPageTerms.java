package coop.kumiai.membership;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;
import java.time.LocalDate;

/**
 * マイページの規程 (M-USE-2, M-USE-3).
 *
 * @param byInvitation whether My Page is registered by the invitation that follows the payment
 * @param fromNextMonth whether it is readable from the first of the month after the registration
 * @param invitationValid how long the link of an invitation is good for
 * @param wrongTries birth dates that do not fit after which the link is void
 */
@PolicyName("membership.my-page")
public record MyPageTerms(
        boolean byInvitation, boolean fromNextMonth, Duration invitationValid, int wrongTries)
        implements Policy {
    public MyPageTerms {
        if (invitationValid.isNegative() || invitationValid.isZero() || wrongTries <= 0) {
            throw new IllegalArgumentException("my page terms");
        }
    }

    /** From which day My Page is readable that was registered on a day. */
    public LocalDate readableFrom(LocalDate registered) {
        return fromNextMonth ? registered.withDayOfMonth(1).plusMonths(1) : registered;
    }
}
