package coop.kumiai.shop.history;

import coop.kumiai.fulfilment.Delivery;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderVersion;
import coop.kumiai.web.TimelineStep;
import coop.kumiai.web.TimelineStep.State;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where an order stands, in a member's words. */
public final class OrderStates {
    private OrderStates() {}

    public static String word(Order order, Optional<Delivery> delivery, Instant now) {
        return delivery.filter(it -> !order.cancelled())
                .flatMap(it -> DeliveryWords.word(it, order, now))
                .orElseGet(() -> word(order.current().kind()));
    }

    static String word(OrderVersion.Kind kind) {
        return switch (kind) {
            case PLACED -> "ご注文済み";
            case AMENDED -> "変更済み";
            case CANCELLED -> "取り消し済み";
            case PICKED -> "お品ぞろえ済み";
        };
    }

    /** From the order to the delivery; a cancelled one ends where it was cancelled. */
    public static List<TimelineStep> timeline(OrderShown shown) {
        var order = shown.order();
        var version = order.current();
        var placed = step("ご注文", JapaneseDates.moment(order.placedAt()), null, State.DONE);
        if (order.cancelled()) {
            return List.of(
                    placed,
                    step("取り消し", JapaneseDates.moment(version.madeAt()), null, State.STOPPED));
        }
        var isOpen = shown.now().isBefore(version.cutoffAt());
        var cutoff = JapaneseDates.moment(version.cutoffAt());
        return List.of(
                placed,
                step(
                        "締切",
                        cutoff + "まで",
                        isOpen ? "それまではご自分で変更も取り消しもできます。" : null,
                        isOpen ? State.NOW : State.DONE),
                step("お品ぞろえ", picked(shown, cutoff), null, picking(order, isOpen)),
                DeliveryWords.station(order, shown.delivery(), shown.store(), shown.now()));
    }

    private static String picked(OrderShown shown, String cutoff) {
        return shown.delivery()
                .flatMap(Delivery::pickedAt)
                .map(JapaneseDates::moment)
                .orElse(cutoff + "から");
    }

    private static State picking(Order order, boolean isOpen) {
        if (order.isPicked()) {
            return State.DONE;
        }
        return isOpen ? State.NEXT : State.NOW;
    }

    private static TimelineStep step(
            String title, String when, @Nullable String text, State state) {
        return new TimelineStep(title, when, text, state);
    }
}
