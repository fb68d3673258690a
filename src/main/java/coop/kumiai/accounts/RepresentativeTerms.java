package coop.kumiai.accounts;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 代理 (M-CARE-1): how far a member can let others act for them.
 *
 * @param invitationValid how long the invited person has time to accept
 * @param longestMonths after so many months it ends by itself
 * @param most people at a time
 * @param orderLimit 1回のご注文の上限 that is proposed; the member may set another
 * @param mostNameCharacters the longest name
 */
@PolicyName("accounts.representatives")
public record RepresentativeTerms(
        Duration invitationValid,
        int longestMonths,
        int most,
        Yen orderLimit,
        int mostNameCharacters)
        implements Policy {}
