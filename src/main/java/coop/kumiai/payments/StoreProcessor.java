package coop.kumiai.payments;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Optional;

/** Payments at convenience stores, by the same protocol as {@link Processor}. */
@Component
class StoreProcessor {
    private static final int NOT_FOUND = 404;
    private final Gateway gateway;

    StoreProcessor(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Asks for a number. */
    StoreAnswer issue(CoopId coop, StorePayment asked, StorePayer payer) {
        var order =
                Map.of(
                        "orderId",
                        asked.gatewayOrder(),
                        "amount",
                        Long.toString(asked.amount().amount()),
                        "currency",
                        "JPY");
        var information =
                Map.of(
                        "cashType",
                        "CVS",
                        "cvsCode",
                        asked.chain().gatewayCode(),
                        "customerName",
                        payer.name(),
                        "customerKana",
                        payer.kana(),
                        "customerPhone",
                        payer.phone(),
                        "paymentExpiration",
                        asked.payUntil().atZone(BusinessClock.JAPAN).toOffsetDateTime().toString());
        return answer(
                gateway.call(
                        coop,
                        asked.ref(),
                        "/cash/charge",
                        Map.of("order", order, "cashInformation", information)),
                asked);
    }

    /** Asks how it stands: the only word on whether money came. */
    StoreAnswer inquire(CoopId coop, StorePayment asked) {
        return answer(
                gateway.call(
                        coop,
                        asked.ref(),
                        "/order/inquiry",
                        Map.of("orderId", asked.gatewayOrder())),
                asked);
    }

    private static StoreAnswer answer(Optional<Gateway.Reply> reply, StorePayment asked) {
        if (reply.isEmpty()) {
            return new StoreAnswer.Unknown();
        }
        var it = reply.get();
        if (it.isGood()) {
            return told(it.json(), asked);
        }
        return it.status() == NOT_FOUND ? new StoreAnswer.Absent() : new StoreAnswer.Refused();
    }

    /** An answer about another order or another amount tells nothing. */
    private static StoreAnswer told(JsonNode json, StorePayment asked) {
        var order = json.path("orderReference");
        try {
            var told =
                    new StoreAnswer.Told(
                            StoreAnswer.Status.valueOf(order.path("status").asString("")),
                            Yen.of(Long.parseLong(order.path("amount").asString(""))),
                            json.path("cashResult").path("receiptNo").asString(""),
                            json.path("cashResult").path("confNo").asString(""));
            return order.path("orderId").asString("").equals(asked.gatewayOrder())
                            && told.amount().equals(asked.amount())
                    ? told
                    : new StoreAnswer.Unknown();
        } catch (IllegalArgumentException senseless) {
            return new StoreAnswer.Unknown();
        }
    }
}
