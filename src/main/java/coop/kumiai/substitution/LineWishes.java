package coop.kumiai.substitution;

import static java.util.stream.Collectors.toSet;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderAmended;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderPlaced;
import coop.kumiai.orders.Orders;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * 商品ごとの品切れのときのご希望 (X-PICK-1): chosen for products of the cart, kept with the order from its
 * confirmation on.
 */
@Service
public class LineWishes {
    private final LineWishStore store;
    private final Orders orders;

    LineWishes(LineWishStore store, Orders orders) {
        this.store = store;
        this.orders = orders;
    }

    /** What a member has chosen for the next order, by product. */
    public Map<Jan, LineWish> ofCart(CoopId coop, UUID memberId) {
        return store.ofCart(coop, memberId);
    }

    /** Chooses anew for all products; what is not named follows the order (N-PICK-2). */
    @Transactional
    public void choose(CoopId coop, UUID memberId, Map<Jan, LineWish> wishes) {
        store.clear(coop, memberId);
        wishes.forEach((jan, wish) -> store.put(coop, memberId, jan, wish));
    }

    /** By order and then by line. */
    Map<UUID, Map<Integer, LineWish>> ofOrders(CoopId coop, Collection<UUID> orderIds) {
        return store.ofOrders(coop, orderIds);
    }

    /** For members: what stands with an order, by line. */
    public Map<Integer, LineWish> ofOrder(CoopId coop, UUID orderId) {
        return store.ofOrders(coop, List.of(orderId)).getOrDefault(orderId, Map.of());
    }

    @EventListener
    void on(OrderPlaced placed) {
        var wishes = store.ofCart(placed.coop(), placed.memberId());
        if (!wishes.isEmpty()) {
            keep(placed.coop(), orders.get(placed.coop(), placed.id()), wishes);
            store.clear(placed.coop(), placed.memberId());
        }
    }

    @EventListener
    void on(OrderAmended amended) {
        var order = orders.get(amended.coop(), amended.id());
        store.keepLines(amended.coop(), order.id(), lineNumbers(order));
        var wishes = store.ofCart(amended.coop(), amended.memberId());
        wishes.keySet().retainAll(amended.added());
        keep(amended.coop(), order, wishes);
        store.clear(amended.coop(), amended.memberId(), wishes.keySet());
    }

    /** In the transaction that confirms the order; those who chose nothing cost one look. */
    private void keep(CoopId coop, Order order, Map<Jan, LineWish> wishes) {
        order.current().lines().stream()
                .filter(line -> wishes.containsKey(line.jan()))
                .forEach(
                        line ->
                                store.ofLine(
                                        coop,
                                        order.id(),
                                        line.number(),
                                        Objects.requireNonNull(wishes.get(line.jan()))));
    }

    private static Set<Integer> lineNumbers(Order order) {
        return order.current().lines().stream().map(OrderLine::number).collect(toSet());
    }
}
