package coop.kumiai.fulfilment;

import coop.kumiai.fulfilment.FulfilmentStore.Found;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Weighing;
import coop.kumiai.orders.Wishes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Puts together what a picker has to fetch, with what was found so far. */
@Component
class PickTasks {
    private final FulfilmentStore store;

    PickTasks(FulfilmentStore store) {
        this.store = store;
    }

    /** The products of these orders in walking order. */
    List<PickTask> of(CoopId coop, List<Order> orders) {
        var ids = orders.stream().map(Order::id).toList();
        var deliveries = store.deliveries(coop, ids);
        var found = store.found(coop, ids);
        var tasks = new ArrayList<PickTask>();
        for (var order : orders) {
            var delivery = deliveries.get(order.id());
            var box = delivery == null ? ids.indexOf(order.id()) + 1 : delivery.box();
            tasks.addAll(of(box, order, found.getOrDefault(order.id(), Map.of())));
        }
        return FulfilmentRules.inWalkingOrder(tasks);
    }

    private static List<PickTask> of(int box, Order order, Map<Integer, Found> found) {
        return order.current().lines().stream()
                .map(line -> task(box, order, line, found.get(line.number())))
                .toList();
    }

    private static PickTask task(int box, Order order, OrderLine line, @Nullable Found found) {
        return new PickTask(
                order.id(),
                order.number(),
                box,
                line.number(),
                line.jan(),
                line.name(),
                line.unit(),
                found == null ? line.quantity() : found.ordered(),
                line.shelf(),
                order.current().wishes().shortage() == Wishes.Shortage.SUBSTITUTE,
                line.weighing().map(it -> weight(it, line, found)),
                found == null ? OptionalInt.empty() : OptionalInt.of(found.found()),
                order.isPicked());
    }

    private static PickTask.Weight weight(
            Weighing weighing, OrderLine line, @Nullable Found found) {
        var ordered = found == null ? line.quantity() : found.ordered();
        return new PickTask.Weight(
                weighing.per100g(),
                line.priceMode(),
                line.expectedGrams(ordered),
                found == null ? OptionalInt.empty() : found.grams());
    }
}
