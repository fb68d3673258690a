package coop.kumiai.orders;

import coop.kumiai.catalog.Price;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

/**
 * The money of one cart or one version of an order (合計).
 *
 * @param goodsExTax the goods before tax, which the least and the most of an order are about
 *     (N-ORD-1)
 * @param deliveryFee 配達手数料, tax included, part of {@code standard}
 * @param paymentFee 代金引換手数料, tax included, part of {@code standard}
 * @param standard all that falls under the standard rate, fees too
 * @param reduced all that falls under the reduced rate (※)
 */
public record OrderTotals(
        Yen goodsExTax, Yen deliveryFee, Yen paymentFee, RateTotal standard, RateTotal reduced) {

    /** お支払い金額, tax included. */
    public Yen total() {
        return standard.inTax().plus(reduced.inTax());
    }

    /** 商品合計, tax included, without fees. */
    public Yen goodsInTax() {
        return total().minus(deliveryFee).minus(paymentFee);
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
