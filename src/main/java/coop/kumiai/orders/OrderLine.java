package coop.kumiai.orders;

import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Price;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

import java.util.Optional;
import java.util.OptionalInt;

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
 * @param weighing of goods sold by weight
 * @param insteadOf 代わりの品: the number of the short line that it was put in for (N-PICK-2)
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
        String shelf,
        Optional<Weighing> weighing,
        OptionalInt insteadOf) {

    /** In the line's own price mode: by the weight once it is known, before it by the estimate. */
    public Yen amount() {
        return weighing.flatMap(Weighing::amount).orElseGet(() -> unitPrice.times(quantity));
    }

    /** The same as a price of all its pieces together. */
    Price price() {
        return new Price(priceMode, amount());
    }

    /** Whether its amount may still change with the weight. */
    public boolean isEstimate() {
        return byWeight && quantity > 0 && grams().isEmpty();
    }

    /** What was weighed. */
    public OptionalInt grams() {
        return weighing.map(Weighing::grams).orElse(OptionalInt.empty());
    }

    /** How many grams so many pieces are expected to weigh; 0 for goods not sold by weight. */
    public int expectedGrams(int pieces) {
        return weighing.map(it -> it.gramsOf(unitPrice.times(pieces))).orElse(0);
    }

    /** What a picker found of it. */
    public OrderLine picked(Picked found) {
        return new OrderLine(
                number,
                jan,
                name,
                unit,
                found.quantity(),
                priceMode,
                unitPrice,
                taxClass,
                byWeight,
                alcohol,
                shelf,
                weighing.map(it -> new Weighing(it.per100g(), found.grams())),
                insteadOf);
    }

    /** The same goods at the same price, another number of them. */
    public OrderLine withQuantity(int picked) {
        return new OrderLine(
                number, jan, name, unit, picked, priceMode, unitPrice, taxClass, byWeight, alcohol,
                shelf, weighing, insteadOf);
    }
}
