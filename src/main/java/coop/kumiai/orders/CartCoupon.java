package coop.kumiai.orders;

import coop.kumiai.coupons.Coupon;
import coop.kumiai.coupons.CouponRefusal;
import coop.kumiai.coupons.Discount;
import coop.kumiai.coupons.Outcome;

import java.util.Optional;

/** The coupon that a member has claimed for the order of a cart (N-CPN-1). */
public record CartCoupon(Coupon coupon, Outcome outcome) {

    /** What it takes off; empty while it does not apply. */
    public Optional<Discount> discount() {
        return outcome instanceof Outcome.Applies applies
                ? Optional.of(applies.discount())
                : Optional.empty();
    }

    /** Why it takes nothing off, and what is missing. */
    public Optional<CouponRefusal> problem() {
        return outcome instanceof Outcome.NotYet not ? Optional.of(not.why()) : Optional.empty();
    }
}
