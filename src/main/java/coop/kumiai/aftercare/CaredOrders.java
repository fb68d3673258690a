package coop.kumiai.aftercare;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Category;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Product;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.Paper;
import coop.kumiai.fulfilment.Delivery;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refunds;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts together what the counter has to know of a delivered order. */
@Component
class CaredOrders {
    private final AftercareStore store;
    private final Catalog catalog;
    private final Documents documents;
    private final DeliveryRuns deliveries;
    private final Payments payments;
    private final Refunds refunds;

    CaredOrders(
            AftercareStore store,
            Catalog catalog,
            Documents documents,
            DeliveryRuns deliveries,
            Payments payments,
            Refunds refunds) {
        this.store = store;
        this.catalog = catalog;
        this.documents = documents;
        this.deliveries = deliveries;
        this.payments = payments;
        this.refunds = refunds;
    }

    /**
     * @throws NotFound before there is a delivery note
     */
    CaredOrder of(CoopId coop, Order order) {
        var note =
                documents.deliveryNotes(coop, List.of(order.id())).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound("delivery note"));
        var made = store.ofOrder(coop, order.id());
        var ref = Payments.order(order.id());
        return new CaredOrder(
                order,
                note,
                deliveredOn(coop, order.id()),
                payments.get(coop, ref).method(),
                refunds.left(coop, ref),
                lines(coop, order, note, made),
                made);
    }

    private Optional<LocalDate> deliveredOn(CoopId coop, UUID orderId) {
        return deliveries
                .find(coop, orderId)
                .filter(it -> it.state() == DeliveryState.DELIVERED)
                .flatMap(Delivery::settledAt)
                .map(JapaneseDates::dayOf);
    }

    /** Of what was handed over: alcohol that the driver kept back was never theirs (N-ALC-1). */
    private List<CaredLine> lines(CoopId coop, Order order, Paper note, List<MadeGood> made) {
        var gone = Pieces.sum(made.stream().map(MadeGood::pieces).toList());
        var fresh = freshLines(coop, order);
        var handedOver =
                order.current().lines().stream()
                        .collect(toMap(OrderLine::number, OrderLine::quantity));
        return note.content().lines().stream()
                .map(
                        it ->
                                new CaredLine(
                                        it,
                                        fresh.contains(it.number()),
                                        handedOver.getOrDefault(it.number(), 0)
                                                - gone.getOrDefault(it.number(), 0)))
                .toList();
    }

    /** The lines whose goods are of a fresh category today. */
    private Set<Integer> freshLines(CoopId coop, Order order) {
        var fresh =
                catalog.categories(coop).stream()
                        .filter(Category::fresh)
                        .map(Category::code)
                        .collect(toSet());
        var lines = order.current().lines();
        Map<Jan, String> categories =
                catalog
                        .products(coop, lines.stream().map(OrderLine::jan).distinct().toList())
                        .stream()
                        .collect(toMap(Product::jan, Product::category));
        return lines.stream()
                .filter(it -> fresh.contains(categories.getOrDefault(it.jan(), "")))
                .map(OrderLine::number)
                .collect(toSet());
    }
}
