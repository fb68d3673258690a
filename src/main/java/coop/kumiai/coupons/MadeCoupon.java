package coop.kumiai.coupons;

/**
 * A coupon as staff see it.
 *
 * @param uses how many orders have it now
 */
public record MadeCoupon(Coupon coupon, int uses) {}
