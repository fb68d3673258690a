package coop.kumiai.amendments;

import coop.kumiai.catalog.Jan;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A change of an order as it is being made up (注文変更の案).
 *
 * @param baseVersion the version that it changes; a later one makes it worthless
 * @param fromCart how many of each product lie in the member's cart and leave it with the
 *     acceptance
 */
record Draft(UUID id, UUID orderId, int baseVersion, Wanted wanted, Map<Jan, Integer> fromCart) {
    Draft {
        fromCart = Collections.unmodifiableMap(new LinkedHashMap<>(fromCart));
    }

    /** The order as it stands. */
    static Draft of(UUID id, Order order) {
        var goods = new LinkedHashMap<Jan, Integer>();
        for (OrderLine line : order.current().lines()) {
            goods.put(line.jan(), line.quantity());
        }
        var wanted = new Wanted(goods, order.slot(), order.current().payment());
        return new Draft(id, order.id(), order.current().number(), wanted, Map.of());
    }

    /** The same with other wishes; what leaves the cart stays what it was. */
    Draft with(UUID newId, Wanted other) {
        return new Draft(newId, orderId, baseVersion, other, fromCart);
    }

    /** The same with the goods of a cart; those that were added before are not added again. */
    Draft plus(UUID newId, Map<Jan, Integer> cart) {
        var goods = new LinkedHashMap<>(wanted.goods());
        cart.forEach(
                (jan, quantity) ->
                        goods.merge(jan, quantity - fromCart.getOrDefault(jan, 0), Integer::sum));
        goods.replaceAll((jan, quantity) -> Math.max(0, quantity));
        return new Draft(
                newId,
                orderId,
                baseVersion,
                new Wanted(goods, wanted.slot(), wanted.payment()),
                cart);
    }
}
