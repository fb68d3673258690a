package coop.kumiai.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import coop.kumiai.accounts.Sealing;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The keys of a co-op that sign its id tokens (RS256). Made when the first is needed, replaced
 * after the time that the policy says; the one before stays published until the next takes its
 * turn.
 */
@Service
public class SigningKeys {
    private static final int BITS = 2048;
    private final SigningKeyStore store;
    private final Sealing sealing;
    private final Policies policies;
    private final Clock clock;

    SigningKeys(SigningKeyStore store, Sealing sealing, Policies policies, Clock clock) {
        this.store = store;
        this.sealing = sealing;
        this.policies = policies;
        this.clock = clock;
    }

    /** What services check signatures by: public halves only. */
    @Transactional
    public JWKSet published(CoopId coop) {
        return new JWKSet(kept(coop).stream().map(it -> parsed(it.publicKey())).toList());
    }

    /** The key that signs now. */
    @Transactional
    RSAKey current(CoopId coop) {
        var newest = kept(coop).getFirst();
        var open = sealing.open(newest.sealed(), place(coop, newest.keyId()));
        return parsed(new String(open, UTF_8)).toRSAKey();
    }

    /** At least one, the one that signs first. */
    private List<SigningKeyStore.Kept> kept(CoopId coop) {
        var terms = policies.today(coop, TokenTerms.class);
        var now = clock.instant();
        var all = new ArrayList<>(store.all(coop));
        if (all.isEmpty() || !now.isBefore(all.getFirst().madeAt().plus(terms.keyRenewed()))) {
            store.deleteMadeBefore(coop, now.minus(terms.keyRenewed()).minus(terms.keyRenewed()));
            var made = make(coop);
            store.insert(coop, made);
            all = new ArrayList<>(store.all(coop));
        }
        return all;
    }

    private SigningKeyStore.Kept make(CoopId coop) {
        try {
            var keyId = Ids.next(clock);
            var key =
                    new RSAKeyGenerator(BITS)
                            .keyID(keyId.toString())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .generate();
            var sealed = sealing.seal(key.toJSONString().getBytes(UTF_8), place(coop, keyId));
            return new SigningKeyStore.Kept(
                    keyId, key.toPublicJWK().toJSONString(), sealed, clock.instant());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK parsed(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("a key that was kept cannot be read");
        }
    }

    private static String place(CoopId coop, UUID keyId) {
        return "connect-key\n" + coop.code() + "\n" + keyId;
    }
}
