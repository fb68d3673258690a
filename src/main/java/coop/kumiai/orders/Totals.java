package coop.kumiai.orders;

import coop.kumiai.catalog.Price;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.AgreedFee;

import java.util.Collection;
import java.util.Optional;

/**
 * The money of an order (合計), pure. Every line is summed in the mode that its price was set in; tax
 * is reckoned once per rate from the sum, fractions dropped (適格請求書: 税率ごとに一回の端数処理).
 */
final class Totals {
    private static final int WHOLE = 100;

    private Totals() {}

    /**
     * Goods and fees of one document, before any coupon; the fees are tax-included at the standard
     * rate.
     */
    static OrderTotals of(
            Collection<OrderLine> lines, TaxRates rates, AgreedFee fee, Yen paymentFee) {
        var deliveryFee = fee.inTax();
        var standardGoods = goods(lines, TaxClass.STANDARD, rates);
        var reduced = goods(lines, TaxClass.REDUCED, rates);
        var fees = deliveryFee.plus(paymentFee);
        return new OrderTotals(
                standardGoods.exTax().plus(reduced.exTax()),
                deliveryFee,
                paymentFee,
                rate(rates.standardPercent(), standardGoods.inTax().plus(fees)),
                reduced,
                fee.offer(),
                Optional.empty());
    }

    private static RateTotal goods(Collection<OrderLine> lines, TaxClass taxClass, TaxRates rates) {
        var percent = rates.percent(taxClass);
        var prices =
                lines.stream()
                        .filter(line -> line.taxClass() == taxClass)
                        .map(OrderLine::price)
                        .toList();
        return rate(percent, Price.inTax(prices, percent));
    }

    /** What falls under a rate, and the tax in it. */
    static RateTotal rate(int percent, Yen inTax) {
        return new RateTotal(
                percent, inTax, inTax.portionRoundedDown(percent, WHOLE + (long) percent));
    }
}
