package coop.kumiai.connect;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 他のサービスへのログイン: how long what a service holds is good. Whatever it holds ends with the member's own
 * sign-in.
 *
 * @param codeValid between the member's consent and the service's fetching of its tokens
 * @param accessValid of an access token and of an id token; then the service renews it
 * @param keyRenewed after which the key that signs is another
 */
@PolicyName("connect.tokens")
public record TokenTerms(Duration codeValid, Duration accessValid, Duration keyRenewed)
        implements Policy {
    public TokenTerms {
        if (!codeValid.isPositive() || !accessValid.isPositive() || !keyRenewed.isPositive()) {
            throw new IllegalArgumentException("token terms");
        }
    }
}
