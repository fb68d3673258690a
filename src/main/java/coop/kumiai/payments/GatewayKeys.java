package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * With what we sign in at the processor: OAuth 2 client credentials where a token address is set,
 * else Basic. A co-op may have keys of its own: {@code kumiai.processor.<co-op>.client-id}.
 */
@Component
class GatewayKeys {
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

    /** Stands in a setting for the code of whichever co-op asks. */
    private static final String THE_COOP = "{coop}";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Environment environment;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<CoopId, Token> tokens = new ConcurrentHashMap<>();

    GatewayKeys(Environment environment, JsonMapper json, Clock clock) {
        this.environment = environment;
        this.json = json;
        this.clock = clock;
    }

    String authorization(HttpClient http, CoopId coop) throws IOException, InterruptedException {
        var tokenUrl = environment.getProperty("kumiai.processor.token-url", "");
        if (tokenUrl.isEmpty()) {
            return basic(coop);
        }
        var known = tokens.get(coop);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.header();
        }
        var fresh = fetch(http, coop, tokenUrl);
        tokens.put(coop, fresh);
        return fresh.header();
    }

    void forget(CoopId coop) {
        tokens.remove(coop);
    }

    private Token fetch(HttpClient http, CoopId coop, String tokenUrl)
            throws IOException, InterruptedException {
        var answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(tokenUrl))
                                .timeout(PATIENCE)
                                .header("Authorization", basic(coop))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "grant_type=client_credentials&scope=openapi"))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the processor gives no token: " + answer.statusCode());
        }
        var told = json.readTree(answer.body());
        var life = Duration.ofSeconds(told.path("expires_in").asLong(0));
        return new Token(
                "Bearer " + told.path("access_token").asString(""),
                clock.instant().plus(life).minus(BEFORE_ITS_END));
    }

    private String basic(CoopId coop) {
        var client = key(coop, "client-id").replace(THE_COOP, coop.code());
        var pair = client + ":" + key(coop, "client-secret");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String key(CoopId coop, String name) {
        return environment.getProperty(
                "kumiai.processor.%s.%s".formatted(coop, name),
                environment.getProperty("kumiai.processor." + name, ""));
    }

    private record Token(String header, Instant until) {}
}
