package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Bearer tokens of the API. Kept as hashes only; a new password ends them all. */
@Service
public class AccessTokens {
    private final AccessTokenStore store;
    private final Policies policies;
    private final Clock clock;

    AccessTokens(AccessTokenStore store, Policies policies, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /** A new token; nobody can read it again. */
    public String issue(CoopId coop, UUID accountId) {
        var token = RandomToken.fresh();
        var now = clock.instant();
        var valid = policies.today(coop, SignInTerms.class).bearerValid();
        store.insert(coop, RandomToken.hash(token), accountId, now, now.plus(valid));
        return token;
    }

    /** Whose token this is, while it is valid. */
    public Optional<Account> find(CoopId coop, String token) {
        return store.find(coop, RandomToken.hash(token), clock.instant());
    }

    /**
     * Whether the account's token was issued recently enough for what only the owner may change.
     */
    public boolean isRecent(CoopId coop, UUID accountId, String token) {
        var recent = policies.today(coop, ProofTerms.class).recent();
        return store.isIssuedAfter(
                coop, accountId, RandomToken.hash(token), clock.instant().minus(recent));
    }

    /** Ends one token; one that is unknown is none. */
    public void revoke(CoopId coop, String token) {
        store.delete(coop, RandomToken.hash(token));
    }
}
