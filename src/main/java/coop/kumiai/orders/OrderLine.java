package coop.kumiai.orders;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

/**
 * One product of one version of an order (注文明細), with name and price as they were then.
 *
 * @param number the same in every version of its order
 * @param quantity 0 in a picked version when the product was short (欠品)
 * @param unitPrice of one piece, in its mode; an estimate from the expected weight for goods sold
 *     by weight
 * @param byWeight グラム売り: the picked weight decides the price (N-PICK-4)
 * @param alcohol 酒類: the age is checked at hand-over (N-ALC-1)
 * @param shelf where the picker finds it
 */
public record OrderLine(
        int number,
        Jan jan,
        String name,
        String unit,
        int quantity,
        PriceMode priceMode,
        Yen unitPrice,
        TaxClass taxClass,
        boolean byWeight,
        boolean alcohol,
        String shelf) {

    /** In the line's own price mode. */
    public Yen amount() {
        return unitPrice.times(quantity);
    }

    /** The same goods at the same price, another number of them. */
    public OrderLine withQuantity(int picked) {
        return new OrderLine(
                number, jan, name, unit, picked, priceMode, unitPrice, taxClass, byWeight, alcohol,
                shelf);
    }
}
