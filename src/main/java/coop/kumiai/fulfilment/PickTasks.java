package coop.kumiai.fulfilment;

import coop.kumiai.fulfilment.FulfilmentStore.Found;
import coop.kumiai.fulfilment.PickTask.Instead;
import coop.kumiai.fulfilment.PickTask.Offered;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Weighing;
import coop.kumiai.substitution.Substitute;
import coop.kumiai.substitution.Substitute.State;
import coop.kumiai.substitution.Substitutes;
import coop.kumiai.substitution.Way;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts together what a picker has to fetch, with what was found so far. */
@Component
class PickTasks {
    private final FulfilmentStore store;
    private final Substitutes substitutes;
    private final Clock clock;

    PickTasks(FulfilmentStore store, Substitutes substitutes, Clock clock) {
        this.store = store;
        this.substitutes = substitutes;
        this.clock = clock;
    }

    /** The products of these orders in walking order, and what is put in for short ones. */
    List<PickTask> of(CoopId coop, List<Order> orders) {
        var ids = orders.stream().map(Order::id).toList();
        var known =
                new Known(
                        store.found(coop, ids),
                        substitutes.ways(coop, orders),
                        substitutes.ofOrders(coop, ids),
                        clock.instant());
        var deliveries = store.deliveries(coop, ids);
        var tasks = new ArrayList<PickTask>();
        for (var order : orders) {
            var delivery = deliveries.get(order.id());
            var box = delivery == null ? ids.indexOf(order.id()) + 1 : delivery.box();
            known.lines(order).map(line -> known.task(box, order, line)).forEach(tasks::add);
        }
        return FulfilmentRules.inWalkingOrder(tasks);
    }

    /** What is known of several orders, read at once. */
    private record Known(
            Map<UUID, Map<Integer, Found>> found,
            Map<UUID, Map<Integer, Way>> ways,
            Map<UUID, List<Substitute>> offers,
            Instant now) {

        /** Substitutes that were accepted are fetched like anything else. */
        Stream<OrderLine> lines(Order order) {
            var ordered = order.current().lines();
            var numbers = ordered.stream().map(OrderLine::number).toList();
            return Stream.concat(
                    ordered.stream(),
                    offersOf(order)
                            .filter(it -> it.stateAt(now) == State.ACCEPTED)
                            .filter(it -> !order.isPicked() && !numbers.contains(it.newLine()))
                            .map(it -> it.asLine(it.pieces())));
        }

        PickTask task(int box, Order order, OrderLine line) {
            var mark = found.getOrDefault(order.id(), Map.of()).get(line.number());
            return new PickTask(
                    order.id(),
                    order.number(),
                    box,
                    line.number(),
                    line.jan(),
                    line.name(),
                    line.unit(),
                    mark == null ? line.quantity() : mark.ordered(),
                    line.shelf(),
                    instead(order, line),
                    line.weighing().map(it -> weight(it, line, mark)),
                    mark == null ? OptionalInt.empty() : OptionalInt.of(mark.found()),
                    order.isPicked());
        }

        private Instead instead(Order order, OrderLine line) {
            if (line.insteadOf().isPresent()) {
                var shortLine = line.insteadOf().getAsInt();
                var name =
                        order.current().lines().stream()
                                .filter(it -> it.number() == shortLine)
                                .map(OrderLine::name)
                                .findFirst();
                return new Instead(Way.NOT, Optional.empty(), name);
            }
            return new Instead(
                    ways.getOrDefault(order.id(), Map.of()).getOrDefault(line.number(), Way.NOT),
                    offersOf(order)
                            .filter(it -> it.line() == line.number())
                            .map(this::offered)
                            .findFirst(),
                    Optional.empty());
        }

        private Offered offered(Substitute it) {
            return new Offered(
                    it.goods().name(), it.sum(), it.stateAt(now), it.answerUntil(), it.newLine());
        }

        private Stream<Substitute> offersOf(Order order) {
            return offers.getOrDefault(order.id(), List.of()).stream();
        }

        private static PickTask.Weight weight(
                Weighing weighing, OrderLine line, @Nullable Found mark) {
            var ordered = mark == null ? line.quantity() : mark.ordered();
            return new PickTask.Weight(
                    weighing.per100g(),
                    line.priceMode(),
                    line.expectedGrams(ordered),
                    mark == null ? OptionalInt.empty() : mark.grams());
        }
    }
}
