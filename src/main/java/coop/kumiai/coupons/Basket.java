package coop.kumiai.coupons;

import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Price;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a coupon looks at: the goods of one order of one store, and its delivery fee.
 *
 * @param deliveryFee tax included, at the standard rate
 */
public record Basket(String storeId, List<Item> items, Yen deliveryFee, TaxRates rates) {
    private static final int WHOLE = 100;

    public Basket {
        items = List.copyOf(items);
    }

    /**
     * One line.
     *
     * @param price of all its pieces, in the mode of the line
     */
    public record Item(int line, Jan jan, String category, TaxClass taxClass, Price price) {}

    /** The part of it that a coupon is for. */
    Basket only(Predicate<Item> wanted) {
        return new Basket(storeId, items.stream().filter(wanted).toList(), deliveryFee, rates);
    }

    /** The goods of a rate, tax included. */
    Yen inTax(TaxClass taxClass) {
        return Price.inTax(
                items.stream().filter(it -> it.taxClass() == taxClass).map(Item::price).toList(),
                rates.percent(taxClass));
    }

    /** All goods, tax included. */
    Yen inTax() {
        return inTax(TaxClass.STANDARD).plus(inTax(TaxClass.REDUCED));
    }

    /** All goods before tax, as {@code N-ORD-1} counts them. */
    Yen exTax() {
        return exTax(TaxClass.STANDARD).plus(exTax(TaxClass.REDUCED));
    }

    private Yen exTax(TaxClass taxClass) {
        var percent = rates.percent(taxClass);
        var inTax = inTax(taxClass);
        return inTax.minus(inTax.portionRoundedDown(percent, WHOLE + (long) percent));
    }
}
