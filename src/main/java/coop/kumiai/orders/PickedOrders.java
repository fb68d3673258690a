package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.payments.Payments;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What picking and the door make of an order (ピッキング後のご注文): its last versions. */
@Service
public class PickedOrders {
    /** The reason of a version without the alcohol that was ordered (N-ALC-1). */
    private static final String AGE_UNCERTAIN = "お渡しのとき年齢を確かめられず、お酒を持ち帰りました";

    /** The reason of a version that cancels since nothing of the order was on the shelves. */
    private static final String ALL_SHORT = "すべての商品が品切れ";

    private final OrderStore store;
    private final Versions versions;
    private final OrderCoupons coupons;
    private final Payments payments;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    PickedOrders(
            OrderStore store,
            Versions versions,
            OrderCoupons coupons,
            Payments payments,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.coupons = coupons;
        this.payments = payments;
        this.announce = announce;
        this.clock = clock;
    }

    /** The version that the picker made, which papers print (N-RCPT-1); empty until then. */
    public Optional<OrderVersion> picked(CoopId coop, UUID orderId) {
        return store.versions(coop, orderId).stream()
                .filter(it -> it.kind() == OrderVersion.Kind.PICKED)
                .reduce((earlier, later) -> later);
    }

    /**
     * Writes what the picker found as the next version: shortages are deducted, the fee stays, and
     * the least of an order does not count (N-PICK-1, N-PICK-3). What is due becomes the new total.
     * Where nothing at all was found there is nothing to bring: the order is cancelled as a whole
     * and nothing is owed. A coupon stays, and comes back only when nothing is left to take it off.
     *
     * <p>Goods sold by weight cost what the scale showed, more or less than the estimate
     * (N-PICK-4).
     *
     * @param picked what was found of every line, by line number
     * @throws Refused before the cutoff, when it is cancelled or picked already, or when the
     *     quantities do not fit the lines
     */
    @Transactional
    public Order record(CoopId coop, UUID orderId, UUID staff, Map<Integer, Picked> picked) {
        return record(coop, orderId, staff, picked, List.of());
    }

    /**
     * The same with what was put in for short goods, at its own price (N-PICK-2); fee and least of
     * the order stay untouched (N-PICK-3).
     *
     * @param substitutes each with the number of the line that it was put in for
     */
    @Transactional
    public Order record(
            CoopId coop,
            UUID orderId,
            UUID staff,
            Map<Integer, Picked> picked,
            List<OrderLine> substitutes) {
        var order = versions.lock(coop, orderId);
        Refused.unless(OrderRules.picking(order, picked, clock.instant()));
        var found = OrderRules.asPicked(order.current().lines(), picked, substitutes);
        if (OrderRules.isNothing(found)) {
            var cancelled = versions.next(order, OrderVersion.Kind.CANCELLED, staff);
            return versions.cancel(coop, order, cancelled.because(ALL_SHORT));
        }
        var version = next(coop, order, staff, found);
        store.append(coop, orderId, version, order.slot());
        payments.finish(coop, Payments.order(orderId), version.totals().total());
        return told(coop, order, version);
    }

    /**
     * Takes the alcohol out of a picked order at the door: the next version has none, and that is
     * what is due (N-ALC-1). The fee stays, as with a shortage.
     *
     * @throws IllegalStateException when it is not picked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order keepAlcohol(CoopId coop, UUID orderId, UUID staff) {
        var order = versions.lock(coop, orderId);
        var current = order.current();
        if (current.kind() != OrderVersion.Kind.PICKED) {
            throw new IllegalStateException("not picked: " + orderId);
        }
        var left = OrderRules.withoutAlcohol(current.lines());
        var version = next(coop, order, staff, left).because(AGE_UNCERTAIN);
        store.append(coop, orderId, version, order.slot());
        payments.lessen(coop, Payments.order(orderId), version.totals().total());
        return told(coop, order, version);
    }

    /**
     * Cancels an order whose goods came back to the store, and gives back what was paid for it
     * (N-DELIV-2). Whoever calls it has made sure of the goods.
     *
     * @param why as the member reads it in the mail
     * @throws Refused while the card is still being charged
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order callOff(CoopId coop, UUID orderId, UUID staff, String why) {
        var order = versions.lock(coop, orderId);
        if (order.cancelled()) {
            return order;
        }
        var version = versions.next(order, OrderVersion.Kind.CANCELLED, staff).because(why);
        return versions.callOff(coop, order, version, why);
    }

    private OrderVersion next(CoopId coop, Order order, UUID staff, List<OrderLine> found) {
        return versions.next(order, OrderVersion.Kind.PICKED, staff)
                .with(found, repriced(coop, order, found), order.current().shareCapital());
    }

    private Order told(CoopId coop, Order order, OrderVersion version) {
        announce.publishEvent(new OrderPicked(coop, order.id(), version.number()));
        versions.giveLostCouponBack(coop, order, version);
        return versions.get(coop, order.id());
    }

    private OrderTotals repriced(CoopId coop, Order order, List<OrderLine> found) {
        var before = order.current().totals();
        var totals = Totals.of(found, before.rates(), before.fee(), before.paymentFee());
        return coupons.picked(coop, order, totals, found);
    }
}
