package coop.kumiai.demo;

import coop.kumiai.web.Allow;
import coop.kumiai.web.Who;

import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A stand-in of the card processor, over real HTTP in GMO-PG's OpenAPI-type protocol. It keeps its
 * books in memory, and can be told to misbehave to one shop: {@code POST /demo/processor/control}.
 */
@RestController
@Profile("demo")
@Allow(Who.VISITOR)
@RequestMapping("/demo/processor")
class ProcessorApi {
    private static final String SECRET = "demo";
    private static final int TOKEN_SECONDS = 3600;
    private final ProcessorBook book;
    private final StoreCounter counter;
    private final Clock clock;
    private final Environment environment;
    private final Map<String, ProcessorMood> moods = new ConcurrentHashMap<>();
    private final Map<String, ResponseEntity<?>> answers = new ConcurrentHashMap<>();

    ProcessorApi(ProcessorBook book, StoreCounter counter, Clock clock, Environment environment) {
        this.book = book;
        this.counter = counter;
        this.clock = clock;
        this.environment = environment;
    }

    @PostMapping("/oauth/token")
    ResponseEntity<Map<String, Object>> token(@RequestHeader String authorization) {
        var pair =
                new String(
                        Base64.getDecoder().decode(authorization.replaceFirst("^Basic ", "")),
                        StandardCharsets.UTF_8);
        if (!pair.endsWith(":" + SECRET)) {
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.ok(
                Map.of(
                        "access_token",
                        pair.substring(0, pair.lastIndexOf(':')),
                        "expires_in",
                        TOKEN_SECONDS));
    }

    /** Sets how it behaves to one shop from now on. */
    @PostMapping("/control")
    ResponseEntity<Void> control(
            @RequestParam String shop,
            @RequestParam ProcessorMood.Kind kind,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "1") int times,
            @RequestParam(defaultValue = "PT0S") Duration delay) {
        moods.put(shop, new ProcessorMood(kind, path, times, delay));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{group:credit|order|cash}/{*rest}")
    ResponseEntity<?> call(
            @PathVariable String group,
            @PathVariable String rest,
            @RequestHeader String authorization,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody JsonNode asked)
            throws InterruptedException {
        var shop = authorization.replaceFirst("^Bearer ", "");
        var path = "/" + group + rest;
        var mood = moods.getOrDefault(shop, ProcessorMood.GOOD);
        Thread.sleep(mood.delay());
        if (!mood.isAbout(path)) {
            return once(shop, key, path, asked);
        }
        moods.put(shop, mood.oneLess());
        return switch (mood.kind()) {
            case GOOD -> once(shop, key, path, asked);
            case DOWN -> ResponseEntity.status(503).build();
            case LOSES_CALLS -> ResponseEntity.status(504).build();
            case LOSES_ANSWERS -> {
                once(shop, key, path, asked);
                yield ResponseEntity.status(504).build();
            }
            case REFUSES_WHAT_IT_DOES -> {
                once(shop, key, path, asked);
                yield refusal(new ProcessorBook.Refusal(400, "M01055010"));
            }
            case REFUSES -> refusal(new ProcessorBook.Refusal(400, "M01055010"));
            case LIES -> lie(shop, path, asked);
        };
    }

    /** What a shop has captured: the settlement file (精算データ). */
    @GetMapping(value = "/settlement/{shop}.csv", produces = "text/csv;charset=UTF-8")
    String settlement(@PathVariable String shop) {
        return "order_id,status,amount,brand,settled_at\n"
                + book.captured(shop).stream()
                        .map(
                                it ->
                                        "%s,%s,%d,%s,%s\n"
                                                .formatted(
                                                        it.orderId(),
                                                        it.status(),
                                                        it.amount(),
                                                        it.card().brand(),
                                                        it.settledAt()))
                        .collect(Collectors.joining());
    }

    /** A call under a key that was used has the answer of the first. */
    private ResponseEntity<?> once(String shop, String key, String path, JsonNode asked) {
        return answers.computeIfAbsent(shop + " " + key, it -> answer(shop, path, asked));
    }

    private ResponseEntity<?> answer(String shop, String path, JsonNode asked) {
        try {
            return ResponseEntity.ok(done(shop, path, asked));
        } catch (ProcessorBook.Refusal refused) {
            return refusal(refused);
        }
    }

    private static ResponseEntity<?> refusal(ProcessorBook.Refusal refused) {
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Map.of(
                                "title",
                                "refused",
                                "status",
                                refused.status(),
                                "errorCode",
                                refused.code()));
    }

    private Map<String, Object> done(String shop, String path, JsonNode asked) {
        return switch (path) {
            case "/credit/charge", "/credit/on-file/charge" -> shown(charge(shop, asked));
            case "/credit/storeCard" -> stored(shop, asked);
            case "/credit/deleteCard" -> forgotten(shop, asked);
            case "/order/capture" -> shown(book.capture(shop, id(asked), amount(asked)));
            case "/order/update" -> shown(book.update(shop, id(asked), amount(asked)));
            case "/order/cancel" -> shown(book.cancel(shop, id(asked)));
            case "/order/inquiry" ->
                    counter.find(shop, id(asked))
                            .map(it -> it.shown(clock.instant()))
                            .orElseGet(() -> shown(book.get(shop, id(asked))));
            case "/cash/charge" -> issued(shop, asked);
            default -> throw new ProcessorBook.Refusal(404, "E00000000");
        };
    }

    private Map<String, Object> issued(String shop, JsonNode asked) {
        var order = asked.path("order");
        var information = asked.path("cashInformation");
        return counter.issue(
                        shop,
                        id(order),
                        text(information, "cvsCode"),
                        text(information, "customerName"),
                        amount(order),
                        OffsetDateTime.parse(text(information, "paymentExpiration")).toInstant())
                .shown(clock.instant());
    }

    private ProcessorEntry charge(String shop, JsonNode asked) {
        var order = asked.path("order");
        var information = asked.path("creditInformation");
        var callback = asked.path("merchant").path("callbackUrl").asString("");
        var file = information.path("onFileCard");
        if (!file.isMissingNode()) {
            var kept = book.kept(shop, text(file, "memberId"), text(file, "cardId"));
            return book.charge(
                    shop, id(order), amount(order), kept.card(), kept.expire(), callback);
        }
        var typed = book.spend(text(information.path("tokenizedCard"), "token"));
        return book.charge(shop, id(order), amount(order), typed.card(), typed.expire(), callback);
    }

    private Map<String, Object> stored(String shop, JsonNode asked) {
        var member = text(asked.path("creditStoringInformation"), "memberId");
        var kept = book.keep(shop, text(asked, "accessId"), member);
        return Map.of(
                "onFileCard",
                Map.of(
                        "memberId",
                        kept.memberId(),
                        "cardId",
                        kept.cardId(),
                        "brand",
                        kept.card().brand(),
                        "maskedCardNumber",
                        kept.card().masked(),
                        "expire",
                        kept.expire()));
    }

    private Map<String, Object> forgotten(String shop, JsonNode asked) {
        var file = asked.path("onFileCard");
        book.forget(shop, text(file, "memberId"), text(file, "cardId"));
        return Map.of();
    }

    private Map<String, Object> shown(ProcessorEntry entry) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "orderReference",
                Map.of(
                        "orderId",
                        entry.orderId(),
                        "accessId",
                        entry.accessId(),
                        "status",
                        entry.status().name(),
                        "amount",
                        Long.toString(entry.amount()),
                        "errorCode",
                        entry.errorCode()));
        answer.put(
                "creditResult",
                Map.of("brand", entry.card().brand(), "maskedCardNumber", entry.card().masked()));
        redirect(entry)
                .ifPresent(
                        it -> {
                            answer.put("nextAction", "REDIRECT");
                            answer.put("redirectInformation", it);
                        });
        return answer;
    }

    private Optional<Map<String, String>> redirect(ProcessorEntry entry) {
        return entry.status() == ProcessorEntry.Status.AUTHENTICATING
                ? Optional.of(
                        Map.of(
                                "redirectType",
                                "TDS2",
                                "redirectUrl",
                                environment.getRequiredProperty("kumiai.processor.pages")
                                        + "/challenge/"
                                        + entry.accessId()))
                : Optional.empty();
    }

    /** Says that what was asked is done; nothing is. */
    private ResponseEntity<?> lie(String shop, String path, JsonNode asked) {
        var order = path.startsWith("/credit") ? asked.path("order") : asked;
        var status =
                switch (path) {
                    case "/order/capture" -> ProcessorEntry.Status.SALES;
                    case "/order/cancel" -> ProcessorEntry.Status.VOID;
                    default -> ProcessorEntry.Status.AUTH;
                };
        return ResponseEntity.ok(
                Map.of(
                        "orderReference",
                        Map.of(
                                "orderId",
                                id(order),
                                "accessId",
                                shop,
                                "status",
                                status.name(),
                                "amount",
                                order.path("amount").asString("0")),
                        "creditResult",
                        Map.of(
                                "brand",
                                TestCard.GOOD.brand(),
                                "maskedCardNumber",
                                TestCard.GOOD.masked())));
    }

    private static String id(JsonNode order) {
        return text(order, "orderId");
    }

    private static long amount(JsonNode order) {
        return Long.parseLong(text(order, "amount"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
