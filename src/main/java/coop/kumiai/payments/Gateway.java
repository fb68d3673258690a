package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.WorkingPlace;
import coop.kumiai.payments.GatewayCallStore.Call;

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
import java.util.concurrent.ConcurrentHashMap;

/**
 * One call to the processor over HTTP: written down before it goes out and when it comes back,
 * never inside a transaction, and never repeated blindly.
 */
@Component
class Gateway {
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int MOST_SILENCES = 2;
    private final GatewayCallStore calls;
    private final GatewayKeys keys;
    private final Environment environment;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;
    private final Map<CoopId, Integer> silences = new ConcurrentHashMap<>();

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
        var body = json.writeValueAsString(content);
        var id = UUID.randomUUID();
        return call(coop, new Call(id, id, subject, path, hash(path + body)), body);
    }

    /**
     * The same for a change that may be asked for again because nobody heard of the first: the
     * processor knows both by one key, until it has refused it.
     *
     * @param purpose what the change is for
     */
    Optional<Reply> change(
            CoopId coop, String subject, String path, Map<String, ?> content, String purpose) {
        var body = json.writeValueAsString(content);
        var hash = hash(path + body + purpose);
        var once = hash + " " + calls.refusals(coop, subject, hash);
        var key = UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8));
        return call(coop, new Call(UUID.randomUUID(), key, subject, path, hash), body);
    }

    /** How long an answer is waited for. */
    Duration patience() {
        return patience;
    }

    /** Whether the last calls for a co-op had no answer, one after another. */
    boolean isSilent(CoopId coop) {
        return silences.getOrDefault(coop, 0) >= MOST_SILENCES;
    }

    private Optional<Reply> call(CoopId coop, Call call, String body) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no call to the processor inside a transaction");
        }
        calls.sent(coop, call, clock.instant());
        var reply = WorkingPlace.givenBackWhile(() -> send(coop, call.key(), call.path(), body));
        reply.ifPresentOrElse(
                it -> calls.answered(coop, call.id(), it.status(), it.text(), clock.instant()),
                () -> calls.unknown(coop, call.id()));
        if (reply.isPresent()) {
            silences.remove(coop);
        } else {
            silences.merge(coop, 1, Integer::sum);
        }
        return reply;
    }

    private Optional<Reply> send(CoopId coop, UUID key, String path, String body) {
        try {
            var answer = post(coop, key, path, body);
            if (answer.statusCode() == UNAUTHORIZED) {
                keys.forget(coop);
                answer = post(coop, key, path, body);
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

    private HttpResponse<String> post(CoopId coop, UUID key, String path, String body)
            throws IOException, InterruptedException {
        var url = URI.create(environment.getRequiredProperty("kumiai.processor.url") + path);
        return http.send(
                HttpRequest.newBuilder(url)
                        .timeout(patience)
                        .header("Authorization", keys.authorization(http, coop))
                        .header("Idempotency-Key", key.toString())
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
