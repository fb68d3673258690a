package coop.kumiai.connect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;

import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;

/**
 * The signed word that a member has signed in: who (by the subject alone), to which service, when.
 */
@Service
public class IdTokens {
    private final SigningKeys keys;
    private final Issuer issuer;
    private final Policies policies;
    private final Clock clock;

    IdTokens(SigningKeys keys, Issuer issuer, Policies policies, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.policies = policies;
        this.clock = clock;
    }

    /** For the service of a grant. */
    public SignedJWT sign(CoopId coop, Grant grant) {
        var key = keys.current(coop);
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims(coop, grant));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token;
    }

    private JWTClaimsSet claims(CoopId coop, Grant grant) {
        var now = clock.instant();
        var valid = policies.today(coop, TokenTerms.class).accessValid();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer.of(coop))
                        .subject(grant.subject().toString())
                        .audience(grant.asked().serviceId().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(valid)))
                        .claim("auth_time", grant.asked().provedAt().getEpochSecond());
        grant.asked().nonce().ifPresent(it -> claims.claim("nonce", it));
        return claims.build();
    }

    /**
     * The {@code client_id} of an id token that this co-op has signed, however old: a service shows
     * it when it sends a member to sign out.
     */
    public Optional<String> serviceOf(CoopId coop, String idToken) {
        try {
            var token = SignedJWT.parse(idToken);
            var key = keys.published(coop).getKeyByKeyId(token.getHeader().getKeyID());
            return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()))
                    ? token.getJWTClaimsSet().getAudience().stream().findFirst()
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
