package coop.kumiai.fulfilment;

import static java.util.stream.Collectors.groupingBy;

import coop.kumiai.accounts.Audit;
import coop.kumiai.fulfilment.FulfilmentStore.Found;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.payments.CardShortfalls;
import coop.kumiai.payments.CounterMoney;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refund;
import coop.kumiai.payments.Refunds;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * 店長の一日: orders, shortages and money of a store's day, and the drivers' cash signed off. Read by
 * one query for each kind of thing, however many orders there are.
 */
@Service
public class Days {
    private final DayStore store;
    private final FulfilmentStore fulfilment;
    private final Orders orders;
    private final Payments payments;
    private final Refunds refunds;
    private final CardShortfalls shortfalls;
    private final Audit audit;
    private final Clock clock;

    Days(
            DayStore store,
            FulfilmentStore fulfilment,
            Orders orders,
            Payments payments,
            Refunds refunds,
            CardShortfalls shortfalls,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.fulfilment = fulfilment;
        this.orders = orders;
        this.payments = payments;
        this.refunds = refunds;
        this.shortfalls = shortfalls;
        this.audit = audit;
        this.clock = clock;
    }

    /** A day of the store where they work. */
    @Transactional(readOnly = true)
    public StoreDay of(CoopId coop, Staff staff, LocalDate day) {
        var ofDay = orders.ordersOfDay(coop, staff.storeId(), day);
        var ids = ofDay.stream().map(Order::id).toList();
        var refs = ids.stream().map(Payments::order).toList();
        var known = new Known(fulfilment.deliveries(coop, ids), fulfilment.found(coop, ids));
        var bySlot =
                ofDay.stream()
                        .collect(
                                groupingBy(
                                        it -> it.slot().number(),
                                        TreeMap::new,
                                        java.util.stream.Collectors.toList()));
        return new StoreDay(
                day,
                bySlot.entrySet().stream()
                        .map(it -> known.figures(it.getKey(), it.getValue()))
                        .toList(),
                known.takings(
                        payments.of(coop, refs).values(),
                        shortfalls.atCounter(coop, refs),
                        refunds.of(coop, refs)),
                store.find(coop, staff.storeId(), day));
    }

    /**
     * Signs the drivers' cash of a day off, once.
     *
     * @param typed why it differs, needed where it does
     * @throws Refused without a reason for a difference, before the day, and when it is closed
     */
    @Transactional
    public void close(CoopId coop, Staff staff, LocalDate day, Yen counted, String typed) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refused.because(new DayRefusal.DayToCome(day));
        }
        var expected = of(coop, staff, day).takings().inTheBags();
        var reason = JapaneseText.tidy(typed);
        if (!counted.equals(expected) && reason.isEmpty()) {
            throw Refused.because(new DayRefusal.DifferenceWithoutReason(expected, counted));
        }
        Refused.unless(audit.tooLong(coop, reason, "reason").stream().toList());
        var closing = new DayClosing(expected, counted, reason, clock.instant(), staff.accountId());
        if (!store.insert(coop, staff.storeId(), day, closing)) {
            throw Refused.because(new DayRefusal.DayIsClosed(day));
        }
        audit.note(
                coop,
                staff.accountId(),
                "day.closed",
                staff.accountId(),
                "%s %s %s".formatted(staff.storeId(), day, reason).strip());
    }

    /** What is known of the orders of a day. */
    private record Known(Map<UUID, Delivery> deliveries, Map<UUID, Map<Integer, Found>> found) {

        StoreDay.SlotFigures figures(int number, List<Order> ofSlot) {
            return new StoreDay.SlotFigures(
                    number,
                    ofSlot.size(),
                    count(ofSlot, it -> it != DeliveryState.PICKING),
                    count(ofSlot, it -> it == DeliveryState.DELIVERED),
                    count(ofSlot, it -> it == DeliveryState.BROUGHT_BACK),
                    ofSlot.stream().mapToInt(this::shortPieces).sum(),
                    ofSlot.stream().mapToInt(Known::substituted).sum());
        }

        private int count(List<Order> ofSlot, Predicate<DeliveryState> which) {
            return Math.toIntExact(
                    ofSlot.stream()
                            .flatMap(it -> Optional.ofNullable(deliveries.get(it.id())).stream())
                            .filter(it -> which.test(it.state()))
                            .count());
        }

        private int shortPieces(Order order) {
            return found.getOrDefault(order.id(), Map.of()).values().stream()
                    .mapToInt(it -> it.ordered() - it.found())
                    .sum();
        }

        private static int substituted(Order order) {
            return order.current().lines().stream()
                    .filter(it -> it.insteadOf().isPresent())
                    .mapToInt(OrderLine::quantity)
                    .sum();
        }

        StoreDay.Takings takings(
                Collection<Payment> paid, CounterMoney atCounter, List<Refund> given) {
            var cash = sum(paid, PaymentMethod.CASH_ON_DELIVERY, Payment.State.COLLECTED);
            var card = sum(paid, PaymentMethod.CARD, Payment.State.COLLECTED);
            return new StoreDay.Takings(
                    cash.minus(atCounter.insteadOfCards()),
                    sum(paid, PaymentMethod.CASH_ON_DELIVERY, Payment.State.DUE),
                    card.minus(atCounter.besideCards()),
                    sum(paid, PaymentMethod.CARD, Payment.State.DUE),
                    atCounter.sum(),
                    received(HandOver::cash),
                    received(HandOver::share),
                    Yen.sum(given.stream().map(Refund::amount).toList()));
        }

        private static Yen sum(
                Collection<Payment> paid, PaymentMethod method, Payment.State state) {
            return Yen.sum(
                    paid.stream()
                            .filter(it -> it.method() == method && it.state() == state)
                            .map(Payment::amount)
                            .toList());
        }

        private Yen received(Function<HandOver, Yen> what) {
            return Yen.sum(
                    deliveries.values().stream()
                            .flatMap(it -> it.handedOver().stream())
                            .map(what)
                            .toList());
        }
    }
}
