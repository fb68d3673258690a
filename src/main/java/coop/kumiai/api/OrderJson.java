package coop.kumiai.api;

import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Wishes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An order as it stands.
 *
 * @param number 注文番号, what members and staff call it by
 * @param version from 1; every change makes the next one
 * @param state {@code confirmed}, {@code picked} or {@code cancelled}
 * @param cancellable whether the member may still cancel it (N-ORD-6)
 * @param shareCapitalYen 出資金 that the driver collects with it, apart from the goods
 */
record OrderJson(
        UUID id,
        String number,
        int version,
        String state,
        boolean cancellable,
        OffsetDateTime placedAt,
        SlotOfOrder slot,
        DestinationJson destination,
        String payment,
        WishesJson wishes,
        List<LineJson> lines,
        TotalsJson totals,
        long shareCapitalYen) {

    static OrderJson of(Order order, Instant now) {
        var version = order.current();
        return new OrderJson(
                order.id(),
                order.number(),
                version.number(),
                state(order),
                order.isCancellable(now),
                Jst.of(order.placedAt()),
                SlotOfOrder.of(order),
                DestinationJson.of(version.destination()),
                version.payment().code(),
                WishesJson.of(version.wishes()),
                version.lines().stream().map(LineJson::of).toList(),
                TotalsJson.of(version.totals()),
                version.shareCapital().amount());
    }

    private static String state(Order order) {
        if (order.cancelled()) {
            return "cancelled";
        }
        return order.isPicked() ? "picked" : "confirmed";
    }

    record SlotOfOrder(
            String storeId,
            LocalDate day,
            int number,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            OffsetDateTime cutoffAt) {
        static SlotOfOrder of(Order order) {
            var version = order.current();
            return new SlotOfOrder(
                    order.slot().storeId(),
                    order.slot().day(),
                    order.slot().number(),
                    Jst.of(version.startsAt()),
                    Jst.of(version.endsAt()),
                    Jst.of(version.cutoffAt()));
        }
    }

    /**
     * @param shortage {@code substitute} or {@code cancel} (N-PICK-2)
     * @param receiptTo 領収書の宛名, empty when no receipt is wanted
     */
    record WishesJson(
            String shortage,
            String remarks,
            int chopsticks,
            int spoons,
            boolean receipt,
            String receiptTo,
            boolean leaveAtDoor) {
        static WishesJson of(Wishes wishes) {
            return new WishesJson(
                    wishes.shortage().code(),
                    wishes.remarks(),
                    wishes.chopsticks(),
                    wishes.spoons(),
                    wishes.receipt(),
                    wishes.receiptTo(),
                    wishes.leaveAtDoor());
        }
    }

    /**
     * @param priceMode {@code incl} or {@code excl}: whether the price has the tax in it
     * @param unitPriceYen of one piece, in its mode
     */
    record LineJson(
            int number,
            String jan,
            String name,
            String unit,
            int quantity,
            String priceMode,
            long unitPriceYen,
            long amountYen,
            String taxClass,
            boolean byWeight,
            boolean alcohol) {
        static LineJson of(OrderLine line) {
            return new LineJson(
                    line.number(),
                    line.jan().digits(),
                    line.name(),
                    line.unit(),
                    line.quantity(),
                    line.priceMode().code(),
                    line.unitPrice().amount(),
                    line.amount().amount(),
                    line.taxClass().code(),
                    line.byWeight(),
                    line.alcohol());
        }
    }
}
