package coop.kumiai.api;

import coop.kumiai.accounts.AccessTokens;
import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.SignInTerms;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.OffsetDateTime;

/** Bearer tokens for whoever has just shown who they are. */
@Component
class IssuedTokens {
    private final AccessTokens tokens;
    private final Policies policies;
    private final Clock clock;

    IssuedTokens(AccessTokens tokens, Policies policies, Clock clock) {
        this.tokens = tokens;
        this.policies = policies;
        this.clock = clock;
    }

    SignInToken issue(CoopId coop, Account account) {
        var valid = policies.today(coop, SignInTerms.class).bearerValid();
        return new SignInToken(
                tokens.issue(coop, account.accountId()), Jst.of(clock.instant().plus(valid)));
    }

    /**
     * @param token goes into the header {@code Authorization: Bearer …} of every later call
     */
    record SignInToken(String token, OffsetDateTime expiresAt) {}
}
