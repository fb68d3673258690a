package coop.kumiai.demo;

import coop.kumiai.demo.ProcessorEntry.Status;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The books of the stand-in processor: cards that were typed, orders, cards that it keeps. */
@Component
@Profile("demo")
class ProcessorBook {
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    private final Map<String, Typed> tokens = new ConcurrentHashMap<>();
    private final Map<String, ProcessorEntry> orders = new ConcurrentHashMap<>();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Clock clock;

    ProcessorBook(Clock clock) {
        this.clock = clock;
    }

    /** What was refused, with its status and code. */
    static final class Refusal extends RuntimeException {
        private final int status;
        private final String code;

        Refusal(int status, String code) {
            super(code);
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }

    /** A card that somebody typed. */
    record Typed(TestCard card, String expire, Instant until) {}

    /** A card that is kept for somebody. */
    record Kept(String shop, String memberId, String cardId, TestCard card, String expire) {}

    /** A token for a card, good for half an hour and once. */
    String token(TestCard card, String expire) {
        var token = UUID.randomUUID().toString();
        tokens.put(token, new Typed(card, expire, clock.instant().plus(TOKEN_LIFE)));
        return token;
    }

    Typed spend(String token) {
        return Optional.ofNullable(tokens.remove(token))
                .filter(it -> clock.instant().isBefore(it.until()))
                .orElseThrow(() -> new Refusal(400, "E01180003"));
    }

    Kept kept(String shop, String memberId, String cardId) {
        return Optional.ofNullable(kept.get(cardId))
                .filter(it -> it.shop().equals(shop) && it.memberId().equals(memberId))
                .orElseThrow(() -> new Refusal(404, "E01240002"));
    }

    /** Keeps the card of an order; asked again it is the same. */
    Kept keep(String shop, String accessId, String memberId) {
        var entry = byAccess(accessId);
        if (!entry.shop().equals(shop)) {
            throw new Refusal(404, "E01110002");
        }
        return kept.computeIfAbsent(
                memberId + "." + entry.card().name(),
                id -> new Kept(shop, memberId, id, entry.card(), entry.expire()));
    }

    void forget(String shop, String memberId, String cardId) {
        kept.remove(kept(shop, memberId, cardId).cardId());
    }

    /** Begins an order, or refuses it; a refused one is remembered as such. */
    ProcessorEntry charge(
            String shop,
            String orderId,
            long amount,
            TestCard card,
            String expire,
            String callback) {
        if (orders.containsKey(key(shop, orderId))) {
            throw new Refusal(400, "E01040010");
        }
        var entry =
                new ProcessorEntry(
                        shop,
                        orderId,
                        UUID.randomUUID().toString().replace("-", ""),
                        card == TestCard.CHALLENGED ? Status.AUTHENTICATING : Status.AUTH,
                        amount,
                        card,
                        expire,
                        "",
                        callback,
                        clock.instant());
        var begun = card.errorCode().isEmpty() ? entry : entry.failed(card.errorCode());
        orders.put(key(shop, orderId), begun);
        if (begun.status() == Status.FAILED && card != TestCard.PROOF_TIMES_OUT) {
            throw new Refusal(400, card.errorCode());
        }
        return begun;
    }

    ProcessorEntry get(String shop, String orderId) {
        return Optional.ofNullable(orders.get(key(shop, orderId)))
                .orElseThrow(() -> new Refusal(404, "E01110002"));
    }

    /** What the person did at the card company. */
    ProcessorEntry prove(String accessId, boolean passed) {
        var entry = byAccess(accessId);
        if (entry.status() == Status.AUTHENTICATING) {
            var now =
                    passed
                            ? entry.with(Status.AUTH, entry.amount(), clock.instant())
                            : entry.failed("E21010201");
            orders.replace(key(entry.shop(), entry.orderId()), entry, now);
        }
        return byAccess(accessId);
    }

    ProcessorEntry capture(String shop, String orderId, long amount) {
        var entry = get(shop, orderId);
        if (entry.status() != Status.AUTH || amount > entry.amount() || amount <= 0) {
            throw new Refusal(400, "M01055010");
        }
        return put(entry.with(Status.SALES, amount, clock.instant()));
    }

    /** Another amount: authorised anew inside, and the old one stays where that is refused. */
    ProcessorEntry update(String shop, String orderId, long amount) {
        var entry = get(shop, orderId);
        var isMore = amount > entry.amount();
        if (entry.status() == Status.AUTH && isMore && entry.card() == TestCard.NEVER_RAISED) {
            throw new Refusal(400, "42G020000");
        }
        if (entry.status() != Status.AUTH && (entry.status() != Status.SALES || isMore)) {
            throw new Refusal(400, "M01055010");
        }
        return put(entry.with(entry.status(), amount, clock.instant()));
    }

    ProcessorEntry cancel(String shop, String orderId) {
        var entry = get(shop, orderId);
        return entry.status() == Status.FAILED || entry.status() == Status.VOID
                ? entry
                : put(entry.with(Status.VOID, leftOf(entry), clock.instant()));
    }

    /** Nothing is left of what was captured and goes back whole. */
    private static long leftOf(ProcessorEntry cancelled) {
        return cancelled.status() == Status.SALES ? 0 : cancelled.amount();
    }

    ProcessorEntry byAccess(String accessId) {
        return orders.values().stream()
                .filter(it -> it.accessId().equals(accessId))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "E01110002"));
    }

    /** What a shop has captured or given back since, in the order of time: its settlement. */
    List<ProcessorEntry> captured(String shop) {
        return orders.values().stream()
                .filter(it -> it.shop().equals(shop) && it.wasCaptured())
                .sorted(Comparator.comparing(ProcessorEntry::settledAt))
                .toList();
    }

    private ProcessorEntry put(ProcessorEntry entry) {
        orders.put(key(entry.shop(), entry.orderId()), entry);
        return entry;
    }

    private static String key(String shop, String orderId) {
        return shop + " " + orderId;
    }
}
