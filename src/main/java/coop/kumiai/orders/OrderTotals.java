package coop.kumiai.orders;

import coop.kumiai.catalog.Price;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.coupons.Discount;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.AgreedFee;
import coop.kumiai.stores.AgreedFee.FeeOffer;

import java.util.Optional;

/**
 * The money of one cart or one version of an order (合計).
 *
 * @param goodsExTax the goods before tax, which the least and the most of an order are about
 *     (N-ORD-1); a coupon makes no order too small
 * @param deliveryFee 配達手数料, tax included, part of {@code standard}
 * @param paymentFee 代金引換手数料, tax included, part of {@code standard}
 * @param standard all that falls under the standard rate, fees too, its part of the discount taken
 *     off
 * @param reduced all that falls under the reduced rate (※), its part of the discount taken off
 * @param feeOffer the offer that the delivery fee comes from (N-FEE-1)
 * @param discount what a coupon took off
 */
public record OrderTotals(
        Yen goodsExTax,
        Yen deliveryFee,
        Yen paymentFee,
        RateTotal standard,
        RateTotal reduced,
        Optional<FeeOffer> feeOffer,
        Optional<Discount> discount) {

    /** The delivery fee with the offer that it comes from. */
    public AgreedFee fee() {
        return new AgreedFee(deliveryFee, feeOffer);
    }

    /** お支払い金額, tax included. */
    public Yen total() {
        return standard.inTax().plus(reduced.inTax());
    }

    /** 商品合計, tax included, without fees, before any coupon. */
    public Yen goodsInTax() {
        return total().plus(discounted()).minus(deliveryFee).minus(paymentFee);
    }

    /** What a coupon takes off; nothing without one. */
    public Yen discounted() {
        return discount.map(Discount::amount).orElse(Yen.ZERO);
    }

    /** The same money with what a coupon takes off it; the tax of each rate is reckoned anew. */
    OrderTotals less(Optional<Discount> coupon) {
        return coupon.map(this::less).orElse(this);
    }

    private OrderTotals less(Discount coupon) {
        return new OrderTotals(
                goodsExTax,
                deliveryFee,
                paymentFee,
                Totals.rate(standard.percent(), standard.inTax().minus(coupon.standard())),
                Totals.rate(reduced.percent(), reduced.inTax().minus(coupon.reduced())),
                feeOffer,
                Optional.of(coupon));
    }

    /** The rates that were agreed on, which later versions of the order keep. */
    public TaxRates rates() {
        return new TaxRates(standard.percent(), reduced.percent());
    }

    /**
     * What a line comes to, tax included, as the cart showed it; the lines' sum may differ from the
     * total by a few yen, since the total's tax is reckoned once per rate.
     */
    public Yen inTaxOf(OrderLine line) {
        var rate = line.taxClass() == TaxClass.REDUCED ? reduced : standard;
        return new Price(line.priceMode(), line.amount()).inTax(rate.percent());
    }

    public Yen tax() {
        return standard.tax().plus(reduced.tax());
    }
}
