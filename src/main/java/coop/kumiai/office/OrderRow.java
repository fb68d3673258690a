package coop.kumiai.office;

import coop.kumiai.fulfilment.Delivery;
import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.stores.SlotId;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An order in a list of staff, without its member.
 *
 * @param box empty until the picking of its slot has begun
 * @param pieces how many things are in it
 * @param state empty until its picking has begun
 */
public record OrderRow(
        String number,
        SlotId slot,
        String box,
        int pieces,
        Yen total,
        Optional<DeliveryState> state) {

    static OrderRow of(Order order, Map<UUID, Delivery> deliveries) {
        return new OrderRow(
                order.number(),
                order.slot(),
                Optional.ofNullable(deliveries.get(order.id()))
                        .map(it -> "箱 " + it.box())
                        .orElse(""),
                order.current().lines().stream().mapToInt(OrderLine::quantity).sum(),
                order.current().totals().total(),
                Optional.ofNullable(deliveries.get(order.id())).map(Delivery::state));
    }

    /** Whether its boxes are closed, so that it has its delivery note. */
    public boolean isPicked() {
        return state.filter(it -> it != DeliveryState.PICKING).isPresent();
    }

    /** 注文済み, ピッキング中, 配達待ち and so on. */
    public String stateWord() {
        return state.map(DeliveryState::word).orElse("注文済み");
    }
}
