package coop.kumiai.coupons;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.UUID;

/**
 * Uses of coupons by orders, each in the transaction of the order: whoever comes second after the
 * last use is refused, and their order with it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CouponUses {
    private final CouponStore coupons;
    private final UseStore store;
    private final Clock clock;

    CouponUses(CouponStore coupons, UseStore store, Clock clock) {
        this.coupons = coupons;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The order that is being confirmed takes it; the claim is done with.
     *
     * @throws Refused when the last use was taken just now
     */
    public void take(CoopId coop, UUID orderId, UUID member, Discount discount) {
        use(coop, orderId, member, discount, UseStore.TAKEN);
        coupons.spend(coop, member, discount.couponId());
    }

    /**
     * The same for an order that waits for its card. The claim stays, as the cart does.
     *
     * @throws Refused when the last use was taken just now
     */
    public void hold(CoopId coop, UUID orderId, UUID member, Discount discount) {
        use(coop, orderId, member, discount, UseStore.HELD);
    }

    /** The card was granted: what the order held is taken. */
    public void confirm(CoopId coop, UUID orderId, UUID member) {
        store.confirm(coop, orderId).ifPresent(it -> coupons.spend(coop, member, it));
    }

    /**
     * The order has come to nothing, or takes nothing off any more: its use comes back (N-CPN-2).
     * An order without one, or which gave it back, is left as it is.
     */
    public void giveBack(CoopId coop, UUID orderId) {
        store.giveBack(coop, orderId, clock.instant())
                .ifPresent(
                        use -> {
                            store.giveBackOfMember(coop, use);
                            if (get(coop, use.couponId()).mostUses().isPresent()) {
                                store.giveBackOfAll(coop, use.couponId());
                            }
                        });
    }

    private void use(CoopId coop, UUID orderId, UUID member, Discount discount, String state) {
        var coupon = get(coop, discount.couponId());
        if (!store.takeOfMember(coop, coupon, member)) {
            throw Refused.because(
                    new CouponRefusal.UsedByMember(coupon.title(), coupon.mostOfMember()));
        }
        if (coupon.mostUses().isPresent() && !store.takeOfAll(coop, coupon.id())) {
            throw Refused.because(
                    new CouponRefusal.UsedUp(coupon.title(), coupon.mostUses().getAsInt()));
        }
        store.insert(coop, orderId, coupon.id(), member, state, clock.instant());
    }

    private Coupon get(CoopId coop, UUID couponId) {
        return coupons.find(coop, couponId).orElseThrow(() -> new NotFound("coupon"));
    }
}
