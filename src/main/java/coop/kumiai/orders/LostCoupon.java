package coop.kumiai.orders;

import coop.kumiai.coupons.CouponRefusal;
import coop.kumiai.coupons.Discount;

/**
 * A coupon that an order would lose by a change of its member's own (X-ORD-1).
 *
 * @param discount what it takes off the order as it stands
 */
public record LostCoupon(Discount discount, CouponRefusal why) {}
