package coop.kumiai.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

import coop.kumiai.connect.IssuedService;
import coop.kumiai.connect.Issuer;
import coop.kumiai.connect.Scope;
import coop.kumiai.connect.Services;
import coop.kumiai.connect.TypedService;
import coop.kumiai.kernel.CoopId;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A service that signs its people in with Kumiai, as one of another company would: by HTTP alone,
 * from what the issuer's configuration says. Only its registration is done without the office.
 */
@Component
@Profile("demo")
class DemoService {
    static final String NAME = "料理教室の予約（お試し）";
    private static final UUID THE_DEMO = new UUID(0, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<CoopId, IssuedService> known = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Services services;
    private final Issuer issuer;
    private final Clock clock;

    DemoService(Services services, Issuer issuer, Clock clock) {
        this.services = services;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** What it keeps in the browser's session until the member comes back. */
    record Begun(String state, String nonce, String verifier) implements Serializable {
        static Begun fresh() {
            return new Begun(
                    new CodeVerifier().getValue(),
                    new CodeVerifier().getValue(),
                    new CodeVerifier().getValue());
        }
    }

    /**
     * What it got.
     *
     * @param idToken the claims of the signed token, whose signature was checked
     * @param userInfo what it may see of the member
     */
    record Got(Map<String, Object> idToken, Map<String, Object> userInfo) {}

    /** Where the member is sent to sign in. */
    String address(CoopId coop, Begun begun) {
        var challenge =
                CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(begun.verifier()));
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", service(coop).serviceId().toString());
        asked.put("redirect_uri", back(coop));
        asked.put("scope", "openid profile email member");
        asked.put("state", begun.state());
        asked.put("nonce", begun.nonce());
        asked.put("code_challenge", challenge.getValue());
        asked.put("code_challenge_method", "S256");
        return configured(coop, "authorization_endpoint") + "?" + encoded(asked);
    }

    /**
     * Changes the code for tokens, checks what was signed, and asks who it is.
     *
     * @throws IllegalStateException when anything is not as it must be
     */
    Got fetch(CoopId coop, Begun begun, String code) {
        var tokens = json(post(coop, begun, code));
        var claims = checked(coop, begun, String.valueOf(tokens.get("id_token")));
        var info =
                json(
                        HttpRequest.newBuilder(URI.create(configured(coop, "userinfo_endpoint")))
                                .header("Authorization", "Bearer " + tokens.get("access_token")));
        require(claims.getSubject().equals(info.get("sub")), "the subject");
        return new Got(claims.toJSONObject(), info);
    }

    private HttpRequest.Builder post(CoopId coop, Begun begun, String code) {
        var service = service(coop);
        var pair = service.serviceId() + ":" + service.secret().orElseThrow();
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back(coop));
        form.put("code_verifier", begun.verifier());
        return HttpRequest.newBuilder(URI.create(configured(coop, "token_endpoint")))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    }

    private JWTClaimsSet checked(CoopId coop, Begun begun, String idToken) {
        try {
            var token = SignedJWT.parse(idToken);
            var keys = JWKSet.parse(json(get(configured(coop, "jwks_uri"))));
            var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
            require(key != null && token.verify(new RSASSAVerifier(key.toRSAKey())), "signature");
            var claims = token.getJWTClaimsSet();
            require(issuer.of(coop).equals(claims.getIssuer()), "issuer");
            require(
                    claims.getAudience().contains(service(coop).serviceId().toString()),
                    "audience");
            require(begun.nonce().equals(claims.getStringClaim("nonce")), "nonce");
            require(clock.instant().isBefore(claims.getExpirationTime().toInstant()), "time");
            return claims;
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Registered when first needed; after a restart, which forgets the secret, it gets another. */
    private IssuedService service(CoopId coop) {
        return known.computeIfAbsent(
                coop,
                it ->
                        services.all(it).stream()
                                .filter(service -> !service.hasEnded())
                                .filter(service -> service.redirects().contains(back(it)))
                                .findFirst()
                                .map(service -> renewed(it, service.serviceId()))
                                .orElseGet(() -> registered(it)));
    }

    private IssuedService renewed(CoopId coop, UUID serviceId) {
        return services.renewSecret(coop, serviceId, THE_DEMO, "お試しを始め直した");
    }

    private IssuedService registered(CoopId coop) {
        var typed =
                new TypedService(
                        NAME,
                        "料理教室を予約するサービスの見本です。",
                        EnumSet.allOf(Scope.class),
                        back(coop),
                        "",
                        true);
        return services.register(coop, typed, THE_DEMO, "お試し");
    }

    private String back(CoopId coop) {
        return URI.create(issuer.of(coop))
                .resolve("/demo/service/" + coop.code() + "/back")
                .toString();
    }

    private String configured(CoopId coop, String name) {
        var configuration = json(get(issuer.at(coop, ".well-known/openid-configuration")));
        return String.valueOf(configuration.get(name));
    }

    private static HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private Map<String, Object> json(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            require(answer.statusCode() == 200, "status " + answer.statusCode());
            return JSONObjectUtils.parse(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("the answer of the provider is not good: " + what);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
