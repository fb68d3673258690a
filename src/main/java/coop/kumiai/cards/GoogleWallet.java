package coop.kumiai.cards;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Passes for Google Wallet: a link that carries the whole pass, signed by the co-op's service
 * account. Nothing of it is sent from here.
 */
@Component
class GoogleWallet implements PassMaker<URI> {
    private static final String SAVE = "https://pay.google.com/gp/v/save/";
    private final Map<String, WalletSettings.Google> settings;
    private final Map<String, Account> accounts;

    GoogleWallet(WalletSettings settings) {
        this.settings = settings.google();
        this.accounts =
                settings.google().entrySet().stream()
                        .collect(
                                toUnmodifiableMap(
                                        Map.Entry::getKey, it -> Account.of(it.getValue())));
    }

    @Override
    public boolean serves(CoopId coop) {
        return settings.containsKey(coop.code());
    }

    @Override
    public URI make(PassContent content) {
        var coop = content.coop().id().code();
        var account = Objects.requireNonNull(accounts.get(coop), "not set up");
        var set = Objects.requireNonNull(settings.get(coop), "not set up");
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(account.email())
                        .audience("google")
                        .claim("typ", "savetowallet")
                        .issueTime(Date.from(content.now()))
                        .claim("payload", Map.of("loyaltyObjects", List.of(pass(content, set))))
                        .build();
        var signed = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            signed.sign(new RSASSASigner(account.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("A pass could not be signed", e);
        }
        return URI.create(SAVE + signed.serialize());
    }

    private static Map<String, Object> pass(PassContent content, WalletSettings.Google settings) {
        var code = content.memberCode().digits();
        var until =
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        content.until().atOffset(ZoneOffset.UTC));
        return Map.of(
                "id",
                settings.issuer() + "." + content.number(),
                "classId",
                settings.issuer() + "." + settings.passClass(),
                "state",
                "ACTIVE",
                "accountId",
                code,
                "accountName",
                content.name(),
                "barcode",
                Map.of("type", "CODE_128", "value", code, "alternateText", code),
                "validTimeInterval",
                Map.of("end", Map.of("date", until)));
    }

    /** A service account out of its key file. */
    private record Account(String email, PrivateKey key) {
        static Account of(WalletSettings.Google settings) {
            try {
                var file = new JsonMapper().readTree(Files.readString(settings.account()));
                var pem =
                        file.path("private_key").asString().replaceAll("-----[A-Z ]+-----|\\s", "");
                return new Account(
                        file.path("client_email").asString(),
                        KeyFactory.getInstance("RSA")
                                .generatePrivate(
                                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(
                        "The key file of issuer " + settings.issuer() + " cannot be read", e);
            }
        }

        /** A key is never printed. */
        @Override
        public String toString() {
            return "Account[" + email + "]";
        }
    }
}
