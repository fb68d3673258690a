package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.WorkingPlace;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One call to the processor over HTTP: written down before it goes out and when it comes back,
 * never inside a transaction, and never repeated blindly.
 */
@Component
class Gateway {
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private final GatewayCallStore calls;
    private final GatewayKeys keys;
    private final Environment environment;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;

    Gateway(
            GatewayCallStore calls,
            GatewayKeys keys,
            Environment environment,
            JsonMapper json,
            Clock clock) {
        this.calls = calls;
        this.keys = keys;
        this.environment = environment;
        this.json = json;
        this.clock = clock;
        this.patience =
                environment.getRequiredProperty("kumiai.processor.patience", Duration.class);
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /**
     * What came back, with its status; empty when nobody knows what became of it.
     *
     * @param subject what the call is about, such as a payable thing
     */
    Optional<Reply> call(CoopId coop, String subject, String path, Map<String, ?> content) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no call to the processor inside a transaction");
        }
        var id = UUID.randomUUID();
        var body = json.writeValueAsString(content);
        calls.sent(coop, id, subject, path, hash(path + body), clock.instant());
        var reply = WorkingPlace.givenBackWhile(() -> send(coop, id, path, body));
        reply.ifPresentOrElse(
                it -> calls.answered(coop, id, it.status(), it.text(), clock.instant()),
                () -> calls.unknown(coop, id));
        return reply;
    }

    private Optional<Reply> send(CoopId coop, UUID id, String path, String body) {
        try {
            var answer = post(coop, id, path, body);
            if (answer.statusCode() == UNAUTHORIZED) {
                keys.forget(coop);
                answer = post(coop, id, path, body);
            }
            return isDefinite(answer.statusCode())
                    ? Optional.of(reply(answer))
                    : Optional.<Reply>empty();
        } catch (IOException | JacksonException silent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpResponse<String> post(CoopId coop, UUID id, String path, String body)
            throws IOException, InterruptedException {
        var url = URI.create(environment.getRequiredProperty("kumiai.processor.url") + path);
        return http.send(
                HttpRequest.newBuilder(url)
                        .timeout(patience)
                        .header("Authorization", keys.authorization(http, coop))
                        .header("Idempotency-Key", id.toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A gateway in between, a processor that is busy, or wrong keys say nothing of the order. */
    private static boolean isDefinite(int status) {
        return status >= 200
                && status < 500
                && status != UNAUTHORIZED
                && status != CONFLICT
                && status != TOO_MANY;
    }

    private Reply reply(HttpResponse<String> answer) {
        return new Reply(answer.statusCode(), answer.body(), json.readTree(answer.body()));
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer as it came. */
    record Reply(int status, String text, JsonNode json) {
        boolean isGood() {
            return status < 300;
        }
    }
}
