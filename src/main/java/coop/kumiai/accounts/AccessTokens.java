package coop.kumiai.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Bearer tokens of the API. Kept as hashes only; a new password ends them all. */
@Service
public class AccessTokens {
    private static final int TOKEN_BYTES = 32;
    private final SecureRandom random = new SecureRandom();
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
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var valid = policies.today(coop, SignInTerms.class).bearerValid();
        store.insert(coop, hash(token), accountId, now, now.plus(valid));
        return token;
    }

    /** Whose token this is, while it is valid. */
    public Optional<Account> find(CoopId coop, String token) {
        return store.find(coop, hash(token), clock.instant());
    }

    /** Whether it was issued recently enough for what only the owner may change. */
    public boolean isRecent(CoopId coop, String token) {
        var recent = policies.today(coop, ProofTerms.class).recent();
        return store.isIssuedAfter(coop, hash(token), clock.instant().minus(recent));
    }

    /** Ends one token; one that is unknown is none. */
    public void revoke(CoopId coop, String token) {
        store.delete(coop, hash(token));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
