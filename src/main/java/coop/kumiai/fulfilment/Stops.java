package coop.kumiai.fulfilment;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.fulfilment.FulfilmentStore.Found;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.SlotId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts together what a driver has to know at each door. */
@Component
class Stops {
    private static final Comparator<Stop> NEIGHBOURS =
            Comparator.comparing(Stop::postalCode)
                    .thenComparing(Stop::address)
                    .thenComparing(Stop::orderNumber);

    private static final Comparator<Stop> COMING =
            Comparator.<Stop>comparingInt(it -> it.slot().number())
                    .thenComparing(Stop::orderNumber);

    private final FulfilmentStore store;
    private final Orders orders;
    private final Payments payments;
    private final Members members;

    Stops(FulfilmentStore store, Orders orders, Payments payments, Members members) {
        this.store = store;
        this.orders = orders;
        this.payments = payments;
        this.members = members;
    }

    /** The doors of a slot, neighbours beside each other. */
    List<Stop> of(CoopId coop, SlotId slot) {
        var ofSlot = orders.ordersOfSlot(coop, slot);
        var known = known(coop, ofSlot);
        return ofSlot.stream().map(known::stop).sorted(NEIGHBOURS).toList();
    }

    /** Those of orders that are fetched, the earliest slot first, by order number. */
    List<Stop> of(CoopId coop, List<Order> fetched) {
        var known = known(coop, fetched);
        return fetched.stream().map(known::stop).sorted(COMING).toList();
    }

    Stop of(CoopId coop, Order order) {
        return known(coop, List.of(order)).stop(order);
    }

    private Known known(CoopId coop, List<Order> ofSlot) {
        var ids = ofSlot.stream().map(Order::id).toList();
        return new Known(
                payments.of(coop, ids.stream().map(Payments::order).toList()),
                sharesDue(coop, ofSlot),
                store.deliveries(coop, ids),
                store.found(coop, ids));
    }

    /** By member, of those who had not joined when they ordered: they may have joined since. */
    private Map<UUID, Yen> sharesDue(CoopId coop, List<Order> ofSlot) {
        return ofSlot.stream()
                .filter(order -> !order.current().shareCapital().isZero())
                .map(Order::memberId)
                .distinct()
                .collect(
                        toMap(
                                Function.identity(),
                                member -> members.shareDue(coop, member).orElse(Yen.ZERO)));
    }

    /** What is known of several orders, read at once. */
    private record Known(
            Map<String, Payment> payments,
            Map<UUID, Yen> shares,
            Map<UUID, Delivery> deliveries,
            Map<UUID, Map<Integer, Found>> found) {

        Stop stop(Order order) {
            var version = order.current();
            var wishes = version.wishes();
            var to = version.destination();
            return new Stop(
                    order.id(),
                    order.number(),
                    order.slot(),
                    order.memberId(),
                    to.recipient(),
                    to.phone(),
                    to.postalCode(),
                    to.address(),
                    to.driveThrough(),
                    cashDue(order),
                    shares.getOrDefault(order.memberId(), Yen.ZERO),
                    version.hasAlcohol(),
                    wishes.leaveAtDoor(),
                    wishes.remarks(),
                    wishes.chopsticks(),
                    wishes.spoons(),
                    wishes.receipt() ? Optional.of(wishes.receiptTo()) : Optional.empty(),
                    shortages(order),
                    Optional.ofNullable(deliveries.get(order.id()))
                            .orElseGet(() -> notBegun(order)));
        }

        private Yen cashDue(Order order) {
            return Optional.ofNullable(payments.get(Payments.order(order.id())))
                    .filter(it -> it.method() == PaymentMethod.CASH_ON_DELIVERY)
                    .filter(it -> it.state() == Payment.State.DUE)
                    .map(Payment::amount)
                    .orElse(Yen.ZERO);
        }

        private List<String> shortages(Order order) {
            var ofOrder = found.getOrDefault(order.id(), Map.of());
            return order.current().lines().stream()
                    .flatMap(line -> shortage(line, ofOrder.get(line.number())))
                    .toList();
        }

        private static Stream<String> shortage(OrderLine line, @Nullable Found found) {
            return found == null || found.found() == found.ordered()
                    ? Stream.empty()
                    : Stream.of("%s %d点".formatted(line.name(), found.ordered() - found.found()));
        }

        private static Delivery notBegun(Order order) {
            return new Delivery(
                    order.id(),
                    order.slot(),
                    0,
                    DeliveryState.PICKING,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
