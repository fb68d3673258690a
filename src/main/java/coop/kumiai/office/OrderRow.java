package coop.kumiai.office;

import coop.kumiai.fulfilment.Delivery;
import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.stores.Slot;
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
        boolean driveThrough,
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
                order.isDriveThrough(),
                Optional.ofNullable(deliveries.get(order.id())).map(Delivery::state));
    }

    /** {@code 2便} or {@code ドライブスルー11便}. */
    public String slotName() {
        return Slot.name(slot.number(), driveThrough);
    }

    /** Whether its boxes are closed, so that it has its delivery note. */
    public boolean isPicked() {
        return state.filter(it -> it != DeliveryState.PICKING).isPresent();
    }

    /** 注文済み, ピッキング中, 配達待ち and so on. */
    public String stateWord() {
        return state.map(it -> driveThrough ? it.wordAtStore() : it.word()).orElse("注文済み");
    }
}
