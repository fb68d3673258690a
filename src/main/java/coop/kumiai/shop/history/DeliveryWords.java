package coop.kumiai.shop.history;

import coop.kumiai.fulfilment.Delivery;
import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.orders.Order;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.stores.Store;
import coop.kumiai.web.TimelineStep;
import coop.kumiai.web.TimelineStep.State;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** What became of the goods after they were picked, in a member's words (N-DELIV-1, N-DELIV-2). */
final class DeliveryWords {
    private DeliveryWords() {}

    /** The state in one word; empty until the boxes of the order are closed. */
    static Optional<String> word(Delivery delivery, Order order, Instant now) {
        if (order.isDriveThrough()) {
            return FetchWords.word(delivery);
        }
        return switch (delivery.state()) {
            case PICKING -> Optional.empty();
            case PICKED ->
                    delivery.isSecondTry()
                            ? Optional.of("再配達中")
                            : Optional.of("配達中").filter(it -> isUnderWay(order, now));
            case DELIVERED -> Optional.of("お渡し済み");
            case BROUGHT_BACK -> Optional.of("ご不在");
        };
    }

    /** Hand-over or absence as one line of the order's record. */
    static Optional<String> record(Delivery delivery, Order order) {
        if (order.isDriveThrough()) {
            return FetchWords.record(delivery);
        }
        return delivery.settledAt()
                .map(
                        at ->
                                JapaneseDates.moment(at)
                                        + (delivery.state() == DeliveryState.DELIVERED
                                                ? "　お渡し済み　" + handedOver(delivery)
                                                : "　ご不在　商品は持ち帰りました"));
    }

    /** The last station of an order's way. */
    static TimelineStep station(
            Order order, Optional<Delivery> delivery, Store store, Instant now) {
        if (order.isDriveThrough()) {
            return FetchWords.station(order, delivery);
        }
        return delivery.filter(it -> it.state() != DeliveryState.PICKING)
                .map(it -> station(order, it, store, now))
                .orElseGet(
                        () ->
                                step(
                                        "お届け",
                                        slot(order),
                                        null,
                                        order.isPicked() ? State.NOW : State.NEXT));
    }

    private static TimelineStep station(Order order, Delivery delivery, Store store, Instant now) {
        return switch (delivery.state()) {
            case PICKING -> step("お届け", slot(order), null, State.NEXT);
            case PICKED -> onTheRoad(order, delivery, now);
            case DELIVERED ->
                    step(
                            "お渡し",
                            moment(delivery.settledAt()),
                            handedOver(delivery) + "。",
                            State.DONE);
            case BROUGHT_BACK ->
                    step(
                            "ご不在",
                            moment(delivery.settledAt()),
                            "商品は持ち帰りました。" + wayOut(delivery, store, now),
                            State.NOW);
        };
    }

    private static TimelineStep onTheRoad(Order order, Delivery delivery, Instant now) {
        if (delivery.isSecondTry()) {
            return step(
                    "再配達中",
                    moment(delivery.calledAt()) + "にお電話をいただきました",
                    "もう一度お届けにうかがいます。",
                    State.NOW);
        }
        return isUnderWay(order, now)
                ? step("配達中", slot(order), "ただいまお届けにうかがっています。", State.NOW)
                : step("お届け", slot(order), "商品はそろいました。便の時間にお届けします。", State.NOW);
    }

    private static String handedOver(Delivery delivery) {
        var way =
                delivery.handedOver().map(HandOver::way).orElse(HandOver.Way.IN_PERSON)
                                == HandOver.Way.AT_DOOR
                        ? "玄関先に置きました"
                        : "お渡ししました";
        return delivery.calledAt().isPresent() ? "再配達で" + way : way;
    }

    private static String wayOut(Delivery delivery, Store store, Instant now) {
        var call = "%s（電話 %s）にお電話ください。".formatted(store.name(), store.phone());
        return delivery.redeliveryUntil()
                .filter(now::isBefore)
                .map(until -> JapaneseDates.moment(until) + "までなら、きょうもう一度お届けします。" + call)
                .orElse(call);
    }

    /** The vans leave with the hour of the slot. */
    private static boolean isUnderWay(Order order, Instant now) {
        return !now.isBefore(order.current().startsAt());
    }

    private static String slot(Order order) {
        var version = order.current();
        return SlotWords.slot(order);
    }

    private static String moment(Optional<Instant> at) {
        return at.map(JapaneseDates::moment).orElse("");
    }

    private static TimelineStep step(
            String title, String when, @Nullable String text, State state) {
        return new TimelineStep(title, when, text, state);
    }
}
