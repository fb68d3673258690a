package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The card processor (決済代行), spoken to by GMO-PG's OpenAPI-type protocol: every call is a POST of
 * JSON, amounts are strings, what is refused comes as problem+json.
 */
@Component
class Processor {
    private static final String CURRENCY = "JPY";
    private static final int NOT_FOUND = 404;
    private final Gateway gateway;

    Processor(Gateway gateway) {
        this.gateway = gateway;
    }

    /** How long one of its answers is waited for. */
    Duration patience() {
        return gateway.patience();
    }

    /** Whether it says nothing at all for a co-op: whoever has more to ask comes back later. */
    boolean isSilent(CoopId coop) {
        return gateway.isSilent(coop);
    }

    /** Asks a card that was just typed for the ceiling. */
    ProcessorAnswer charge(CoopId coop, CardPayment asked, String token, URI back) {
        var card = Map.of("type", "MP_TOKEN", "token", token);
        return order(
                gateway.call(
                        coop,
                        asked.ref(),
                        "/credit/charge",
                        charge(asked, "tokenizedCard", card, back)),
                asked);
    }

    /** The same of a card that the processor keeps. */
    ProcessorAnswer chargeKept(CoopId coop, CardPayment asked, String gatewayCard, URI back) {
        var card = Map.of("memberId", asked.memberId().toString(), "cardId", gatewayCard);
        return order(
                gateway.call(
                        coop,
                        asked.ref(),
                        "/credit/on-file/charge",
                        charge(asked, "onFileCard", card, back)),
                asked);
    }

    /** Asks how an order stands there. */
    ProcessorAnswer inquire(CoopId coop, CardPayment asked) {
        return order(
                gateway.call(
                        coop,
                        asked.ref(),
                        "/order/inquiry",
                        Map.of("orderId", asked.gatewayOrder())),
                asked);
    }

    /** Takes an amount, changes what is authorised or captured, or lets it go. */
    ProcessorAnswer change(CoopId coop, CardPayment asked, CardRules.Doing doing, Yen amount) {
        return switch (doing) {
            case CAPTURE -> order(coop, asked, "/order/capture", amount);
            case CHANGE -> order(coop, asked, "/order/update", amount);
            case CANCEL ->
                    order(
                            gateway.change(
                                    coop,
                                    asked.ref(),
                                    "/order/cancel",
                                    Map.of("orderId", asked.gatewayOrder()),
                                    asked.wish().code()),
                            asked);
        };
    }

    /** Lets the processor keep the card that paid for an order. */
    Optional<StoredCard> store(CoopId coop, CardPayment paid) {
        return gateway.call(
                        coop,
                        paid.ref(),
                        "/credit/storeCard",
                        Map.of(
                                "accessId",
                                paid.accessId(),
                                "creditStoringInformation",
                                Map.of("memberId", paid.memberId().toString())))
                .filter(Gateway.Reply::isGood)
                .flatMap(it -> StoredCard.of(it.json().path("onFileCard")));
    }

    /** Forgets a kept card; also true when it was gone already. */
    boolean forget(CoopId coop, KeptCard card) {
        var reply =
                gateway.call(
                        coop,
                        "card:" + card.cardId(),
                        "/credit/deleteCard",
                        Map.of(
                                "onFileCard",
                                Map.of(
                                        "memberId",
                                        card.memberId().toString(),
                                        "cardId",
                                        card.gatewayCard())));
        return reply.filter(it -> it.isGood() || it.status() == NOT_FOUND).isPresent();
    }

    private static Map<String, Object> charge(
            CardPayment asked, String kind, Map<String, String> card, URI back) {
        return Map.of(
                "order",
                Map.of(
                        "orderId",
                        asked.gatewayOrder(),
                        "amount",
                        amount(asked.ceiling()),
                        "currency",
                        CURRENCY),
                "merchant",
                Map.of("callbackUrl", back.toString()),
                "creditInformation",
                Map.of(
                        kind,
                        card,
                        "creditChargeOptions",
                        Map.of("authorizationMode", "AUTH", "useTds2", true)));
    }

    private ProcessorAnswer order(CoopId coop, CardPayment asked, String path, Yen amount) {
        return order(
                gateway.change(
                        coop,
                        asked.ref(),
                        path,
                        new TreeMap<>(
                                Map.of("orderId", asked.gatewayOrder(), "amount", amount(amount))),
                        asked.wish().code()),
                asked);
    }

    private static String amount(Yen yen) {
        return Long.toString(yen.amount());
    }

    private static ProcessorAnswer order(Optional<Gateway.Reply> reply, CardPayment asked) {
        if (reply.isEmpty()) {
            return new ProcessorAnswer.Unknown();
        }
        var json = reply.get().json();
        return reply.get().isGood()
                ? told(json, asked)
                : new ProcessorAnswer.Problem(
                        reply.get().status(), json.path("errorCode").asString(""));
    }

    /** An answer about another order, or without sense, tells nothing. */
    private static ProcessorAnswer told(JsonNode json, CardPayment asked) {
        var order = json.path("orderReference");
        try {
            var read =
                    new ProcessorOrder(
                            order.path("orderId").asString(""),
                            order.path("accessId").asString(""),
                            ProcessorOrder.Status.valueOf(order.path("status").asString("")),
                            Yen.of(Long.parseLong(order.path("amount").asString(""))),
                            card(json.path("creditResult")),
                            json.path("redirectInformation").path("redirectUrl").asString(""),
                            order.path("errorCode").asString(""));
            return read.orderId().equals(asked.gatewayOrder())
                    ? new ProcessorAnswer.Told(read)
                    : new ProcessorAnswer.Unknown();
        } catch (IllegalArgumentException senseless) {
            return new ProcessorAnswer.Unknown();
        }
    }

    private static SeenCard card(JsonNode result) {
        return new SeenCard(
                result.path("brand").asString(""),
                StoredCard.lastFour(result.path("maskedCardNumber").asString("")));
    }
}
