package coop.kumiai.coupons;

import java.util.Optional;

/**
 * A coupon as it stands with a member.
 *
 * @param refusal why the member cannot use it now, whatever the goods
 */
public record Claimed(Coupon coupon, Optional<CouponRefusal> refusal) {

    /** What comes of it for these goods. */
    public Outcome appliedTo(Basket basket) {
        return refusal.<Outcome>map(Outcome.NotYet::new).orElseGet(() -> coupon.appliedTo(basket));
    }
}
