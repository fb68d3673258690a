package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;
import java.time.Duration;

/**
 * How sign-in is guarded.
 *
 * @param freeTries wrong tries without any delay
 * @param firstDelay after the next wrong one; doubles with each further one
 * @param longestDelay the delay never grows beyond it, so that a stranger cannot lock a member out
 * @param sessionIdle a session without use ends after it
 * @param bearerValid a token of the API ends after it
 */
@PolicyName("accounts.sign-in")
public record SignInTerms(
        int freeTries,
        Duration firstDelay,
        Duration longestDelay,
        Duration sessionIdle,
        Duration bearerValid)
        implements Policy {}
