package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * How sign-in is guarded.
 *
 * @param freeTries after so many wrong tries on one account in a row one has to wait
 * @param freeTriesPerNetwork the same for one network address, behind which many members may sit
 * @param firstDelay the first wait; doubles with each further wrong try
 * @param longestDelay the delay never grows beyond it, so that a stranger cannot lock a member out
 * @param sessionIdle a session without use ends after it
 * @param bearerValid a token of the API ends after it
 */
@PolicyName("accounts.sign-in")
public record SignInTerms(
        int freeTries,
        int freeTriesPerNetwork,
        Duration firstDelay,
        Duration longestDelay,
        Duration sessionIdle,
        Duration bearerValid)
        implements Policy {}
