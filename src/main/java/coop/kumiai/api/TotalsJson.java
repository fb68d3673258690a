package coop.kumiai.api;

import coop.kumiai.orders.OrderTotals;
import coop.kumiai.orders.RateTotal;

import java.util.Optional;
import java.util.UUID;

/**
 * The money of a cart or an order, in whole yen.
 *
 * @param goodsExTaxYen the goods before tax, which the least and the most of an order are about
 *     (N-ORD-1)
 * @param goodsInTaxYen the goods, tax included, before any coupon
 * @param discountYen what a coupon takes off (N-CPN-1)
 * @param standard all that falls under the standard rate, fees too, its part of the discount taken
 *     off
 * @param reduced all that falls under the reduced rate, its part of the discount taken off
 * @param totalYen お支払い金額, tax included
 */
record TotalsJson(
        long goodsExTaxYen,
        long goodsInTaxYen,
        long discountYen,
        Optional<CouponOfOrder> coupon,
        long deliveryFeeYen,
        long paymentFeeYen,
        RateJson standard,
        RateJson reduced,
        long totalYen) {

    static TotalsJson of(OrderTotals totals) {
        return new TotalsJson(
                totals.goodsExTax().amount(),
                totals.goodsInTax().amount(),
                totals.discounted().amount(),
                totals.discount().map(it -> new CouponOfOrder(it.couponId(), it.title())),
                totals.deliveryFee().amount(),
                totals.paymentFee().amount(),
                RateJson.of(totals.standard()),
                RateJson.of(totals.reduced()),
                totals.total().amount());
    }

    /** The coupon that takes the discount off. */
    record CouponOfOrder(UUID id, String title) {}

    /**
     * @param taxYen the tax that is in it, reckoned once from the sum
     */
    record RateJson(int percent, long inTaxYen, long taxYen) {
        static RateJson of(RateTotal rate) {
            return new RateJson(rate.percent(), rate.inTax().amount(), rate.tax().amount());
        }
    }
}
