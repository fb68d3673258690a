package coop.kumiai.amendments;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Offer;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderPrices;
import coop.kumiai.orders.OrderTotals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The lines that an order would have after a change. At the same slot the agreed price stands; in
 * another one, and for what is added, that of the day (N-ORD-7).
 *
 * @param offers of the store on the day of the draft
 */
record PricedDraft(Order order, Draft draft, Map<Jan, Offer> offers, OrderPrices prices) {

    /** Agreed goods keep the number of their line. */
    List<OrderLine> lines() {
        var agreed = agreed();
        var next = agreed.values().stream().mapToInt(OrderLine::number).max().orElse(0) + 1;
        var lines = new ArrayList<OrderLine>();
        for (var wanted : draft.wanted().goods().entrySet()) {
            var before = Optional.ofNullable(agreed.get(wanted.getKey()));
            var number = before.map(OrderLine::number).orElse(next);
            var line = line(before, wanted.getKey(), number, wanted.getValue());
            if (line.isPresent()) {
                lines.add(line.get());
                next = Math.max(next, number + 1);
            }
        }
        return List.copyOf(lines);
    }

    private Optional<OrderLine> line(
            Optional<OrderLine> before, Jan jan, int number, int quantity) {
        if (quantity <= 0) {
            return Optional.empty();
        }
        return before.filter(it -> stays())
                .map(it -> it.withQuantity(quantity))
                .or(
                        () ->
                                Optional.ofNullable(offers.get(jan))
                                        .map(it -> prices.line(number, it, quantity)));
    }

    /** Every product of the order and of the draft, before and after. */
    List<ProposedLine> compared(
            List<OrderLine> after,
            OrderTotals totals,
            ToIntFunction<Offer> most,
            Function<Jan, String> name) {
        var agreed = agreed();
        var proposed = byJan(after);
        var all = new LinkedHashSet<Jan>();
        order.current().lines().forEach(line -> all.add(line.jan()));
        all.addAll(draft.wanted().goods().keySet());
        return all.stream()
                .map(
                        jan -> {
                            var before = Optional.ofNullable(agreed.get(jan));
                            var then = Optional.ofNullable(proposed.get(jan));
                            return new ProposedLine(
                                    jan,
                                    then.or(() -> before)
                                            .map(OrderLine::name)
                                            .orElseGet(() -> name.apply(jan)),
                                    before,
                                    then,
                                    draft.wanted().goods().getOrDefault(jan, 0),
                                    most(jan, before, most),
                                    order.current().totals(),
                                    totals);
                        })
                .toList();
    }

    /** What is not on offer any more can be kept or made fewer, and not be made more. */
    private int most(Jan jan, Optional<OrderLine> before, ToIntFunction<Offer> most) {
        var offer = offers.get(jan);
        return offer != null
                ? most.applyAsInt(offer)
                : before.map(OrderLine::quantity).orElse(Integer.MAX_VALUE);
    }

    private boolean stays() {
        return draft.wanted().slot().equals(order.slot());
    }

    private Map<Jan, OrderLine> agreed() {
        return byJan(order.current().lines());
    }

    private static Map<Jan, OrderLine> byJan(List<OrderLine> lines) {
        return lines.stream().collect(toMap(OrderLine::jan, line -> line));
    }
}
