package coop.kumiai.orders;

import coop.kumiai.coupons.CouponUses;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.NewRefund;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refunds;
import coop.kumiai.stores.Slots;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.UUID;

/**
 * The next version of an order, with what hangs on it: whoever writes one locks the order first,
 * then its coupon, then its slot.
 */
@Component
class Versions {
    private final OrderStore store;
    private final Payments payments;
    private final Refunds refunds;
    private final CouponUses coupons;
    private final Slots slots;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Versions(
            OrderStore store,
            Payments payments,
            Refunds refunds,
            CouponUses coupons,
            Slots slots,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.refunds = refunds;
        this.coupons = coupons;
        this.slots = slots;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * @throws NotFound when the co-op has none
     */
    Order get(CoopId coop, UUID orderId) {
        return store.find(coop, orderId).orElseThrow(() -> new NotFound("order"));
    }

    /**
     * The same, held until the end of the transaction.
     *
     * @throws NotFound when the co-op has none
     */
    Order lock(CoopId coop, UUID orderId) {
        return store.lock(coop, orderId).orElseThrow(() -> new NotFound("order"));
    }

    /** What follows the current version, not written yet. */
    OrderVersion next(Order order, OrderVersion.Kind kind, UUID by) {
        return order.current().next(kind, clock.instant(), by);
    }

    /** Nothing is owed any more, and the place of the slot and the coupon are given back. */
    Order cancel(CoopId coop, Order order, OrderVersion version) {
        var cancelled = append(coop, order, version);
        payments.cancel(coop, Payments.order(order.id()));
        return end(coop, order, cancelled);
    }

    /**
     * The same of an order whose goods went back to the store (N-DELIV-2): what a card has paid is
     * given back, and cash is not owed.
     *
     * @throws Refused while the card is still being charged
     */
    Order callOff(CoopId coop, Order order, OrderVersion version, String why) {
        var cancelled = append(coop, order, version);
        var ref = Payments.order(order.id());
        var payment = payments.get(coop, ref);
        if (payment.state() == Payment.State.COLLECTED) {
            giveBackAll(coop, order, version.madeBy(), why);
        } else if (payment.method() == PaymentMethod.CARD) {
            throw Refused.because(new OrderRefusal.CardIsBeingCharged(order.number()));
        } else {
            payments.cancel(coop, ref);
        }
        return end(coop, order, cancelled);
    }

    /** No share capital is collected with an order that is no more. */
    private OrderVersion append(CoopId coop, Order order, OrderVersion version) {
        var cancelled = version.with(version.lines(), version.totals(), Yen.ZERO);
        store.append(coop, order.id(), cancelled, order.slot());
        return cancelled;
    }

    private void giveBackAll(CoopId coop, Order order, UUID by, String why) {
        var ref = Payments.order(order.id());
        var left = refunds.left(coop, ref);
        if (left.isMoreThan(Yen.ZERO)) {
            var store = order.slot().storeId();
            refunds.give(coop, new NewRefund(Ids.next(clock), ref, store, left, why, by, false));
        }
    }

    private Order end(CoopId coop, Order order, OrderVersion cancelled) {
        announce.publishEvent(new OrderCancelled(coop, order.id(), cancelled.number()));
        coupons.giveBack(coop, order.id());
        slots.giveBack(coop, order.slot(), order.slotItems());
        return get(coop, order.id());
    }

    /** A coupon that takes nothing off any more can be used again (N-CPN-2). */
    void giveLostCouponBack(CoopId coop, Order before, OrderVersion after) {
        if (before.current().totals().discount().isPresent()
                && after.totals().discount().isEmpty()) {
            coupons.giveBack(coop, before.id());
        }
    }
}
