package coop.kumiai.connect;

import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.accounts.ProofTerms;
import coop.kumiai.accounts.RandomToken;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Codes and tokens of services. A code and a refresh token are good once: shown again they were
 * stolen, and all that came of them ends. Everything lives with the browser's sign-in that it came
 * from, so that signing out, a new password and a closed account end it without being told.
 */
@Service
public class Grants {
    private final GrantStore store;
    private final ConsentStore consents;
    private final OpenSignIns signIns;
    private final Members members;
    private final Policies policies;
    private final Clock clock;

    Grants(
            GrantStore store,
            ConsentStore consents,
            OpenSignIns signIns,
            Members members,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.consents = consents;
        this.signIns = signIns;
        this.members = members;
        this.policies = policies;
        this.clock = clock;
    }

    /** Whether it can be a challenge of PKCE. */
    public static boolean isChallenge(String challenge) {
        return GrantRules.isChallenge(challenge);
    }

    /** Whether a service may be told of this account at all: a member who has not left. */
    public boolean mayUse(CoopId coop, UUID accountId) {
        return members.byAccount(coop, accountId).filter(it -> !it.hasLeft()).isPresent();
    }

    /**
     * A code for a service to which the member has agreed.
     *
     * @throws IllegalStateException without that consent
     */
    @Transactional
    public String begin(CoopId coop, CodeRequest asked) {
        var agreed = consents.find(coop, asked.accountId(), asked.serviceId());
        if (agreed.filter(it -> it.containsAll(asked.scopes())).isEmpty()) {
            throw new IllegalStateException("no consent");
        }
        var code = RandomToken.fresh();
        var now = clock.instant();
        var until = now.plus(terms(coop).codeValid());
        store.insert(coop, Ids.next(clock), asked, RandomToken.hash(code), now, until);
        return code;
    }

    /**
     * The tokens for a code; nothing when it is not good. Whatever is wrong about it, it is not
     * good again.
     */
    @Transactional
    public Optional<IssuedTokens> redeem(
            CoopId coop, UUID serviceId, String code, String redirect, String verifier) {
        var found = store.lockByCode(coop, serviceId, RandomToken.hash(code));
        var now = clock.instant();
        var good =
                found.filter(it -> GrantRules.mayRedeem(it, redirect, verifier, now))
                        .filter(it -> isAlive(coop, it))
                        .filter(it -> store.noteCodeUsed(coop, it.grantId(), now));
        if (good.isEmpty()) {
            found.ifPresent(it -> store.end(coop, it.grantId(), now));
        }
        return good.map(it -> issue(coop, it));
    }

    /** New tokens for a refresh token; nothing when it is not good. */
    @Transactional
    public Optional<IssuedTokens> refresh(CoopId coop, UUID serviceId, String token) {
        var hash = RandomToken.hash(token);
        var found = store.lockByRefreshToken(coop, serviceId, hash);
        var now = clock.instant();
        var good =
                found.filter(it -> !it.used() && now.isBefore(it.expiresAt()))
                        .map(GrantStore.Kept::grant)
                        .filter(it -> isAlive(coop, it))
                        .filter(it -> store.noteTokenUsed(coop, hash, now));
        if (good.isEmpty()) {
            found.ifPresent(it -> store.end(coop, it.grant().grantId(), now));
        }
        return good.map(it -> issue(coop, it));
    }

    /** What an access token is good for, while it is. */
    public Optional<Grant> byAccessToken(CoopId coop, String token) {
        return store.byAccessToken(coop, RandomToken.hash(token), clock.instant())
                .filter(it -> isAlive(coop, it));
    }

    /** The service gives a token back: all that belongs to it ends. An unknown one is none. */
    @Transactional
    public void revoke(CoopId coop, UUID serviceId, String token) {
        store.grantOfToken(coop, serviceId, RandomToken.hash(token))
                .ifPresent(it -> store.end(coop, it, clock.instant()));
    }

    private boolean isAlive(CoopId coop, Grant grant) {
        var asked = grant.asked();
        return signIns.isOpen(coop, asked.signInId(), asked.accountId(), asked.generation())
                && mayUse(coop, asked.accountId());
    }

    private IssuedTokens issue(CoopId coop, Grant grant) {
        var now = clock.instant();
        var access = RandomToken.fresh();
        var refresh = RandomToken.fresh();
        var valid = terms(coop).accessValid();
        var longest = policies.today(coop, ProofTerms.class).signInAnew();
        var id = grant.grantId();
        store.insertToken(coop, id, "access", RandomToken.hash(access), now, now.plus(valid));
        store.insertToken(coop, id, "refresh", RandomToken.hash(refresh), now, now.plus(longest));
        return new IssuedTokens(grant, access, refresh, valid);
    }

    private TokenTerms terms(CoopId coop) {
        return policies.today(coop, TokenTerms.class);
    }
}
