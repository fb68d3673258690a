package coop.kumiai.shop.history;

import coop.kumiai.fulfilment.Delivery;
import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.orders.Order;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.web.TimelineStep;
import coop.kumiai.web.TimelineStep.State;

import java.util.Optional;

/** What became of goods that the member fetches at the store, in a member's words (N-DRIVE-1). */
final class FetchWords {
    private FetchWords() {}

    /** The state in one word; empty until the boxes of the order are closed. */
    static Optional<String> word(Delivery delivery) {
        return switch (delivery.state()) {
            case PICKING -> Optional.empty();
            case PICKED -> Optional.of("お渡しできます");
            case DELIVERED -> Optional.of("お渡し済み");
            case BROUGHT_BACK -> Optional.of("お受け取りなし");
        };
    }

    /** Hand-over, or that nobody came, as one line of the order's record. */
    static Optional<String> record(Delivery delivery) {
        return delivery.settledAt()
                .map(
                        at ->
                                JapaneseDates.moment(at)
                                        + (delivery.state() == DeliveryState.DELIVERED
                                                ? "　お渡し済み　お渡ししました"
                                                : "　お受け取りなし　商品のお預かりを終えました"));
    }

    /** The last station of an order's way. */
    static TimelineStep station(Order order, Optional<Delivery> delivery) {
        var settled = delivery.flatMap(Delivery::settledAt).map(JapaneseDates::moment).orElse("");
        return switch (delivery.map(Delivery::state).orElse(DeliveryState.PICKING)) {
            case PICKING ->
                    new TimelineStep(
                            "お受け取り",
                            SlotWords.slot(order),
                            null,
                            order.isPicked() ? State.NOW : State.NEXT);
            case PICKED ->
                    new TimelineStep(
                            "お受け取り",
                            SlotWords.slot(order),
                            "商品はそろいました。便の時間にお越しください。ご注文番号をうかがいます。",
                            State.NOW);
            case DELIVERED -> new TimelineStep("お渡し", settled, "お渡ししました。", State.DONE);
            case BROUGHT_BACK -> new TimelineStep("お受け取りなし", settled, "商品のお預かりを終えました。", State.NOW);
        };
    }
}
