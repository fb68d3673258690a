package coop.kumiai.orders;

import coop.kumiai.catalog.Price;
import coop.kumiai.catalog.Product;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;

import java.util.Optional;

/**
 * One product in a cart.
 *
 * @param most how many of it one order may have (N-ORD-2)
 * @param price of one piece as of now; empty when the store does not sell it on that day
 * @param seenInTax what one piece cost, tax included, when the member last saw and took it
 */
public record CartLine(
        Product product, int quantity, int most, Optional<PiecePrice> price, Yen seenInTax) {

    /** Whether the store sells it on that day. */
    public boolean isSold() {
        return price.isPresent();
    }

    /** Whether its price is another than the member saw: to be confirmed first. */
    public boolean hasNewPrice() {
        return price.isPresent() && !price.get().inTax().equals(seenInTax);
    }

    /**
     * What its pieces come to together, tax included; the total reckons tax once, from all lines.
     */
    public Yen sumInTax() {
        return price.map(it -> it.inTaxOf(quantity)).orElse(Yen.ZERO);
    }

    /**
     * The price of one piece (一点の価格).
     *
     * @param unitPrice in its mode; from the expected weight for goods sold by weight
     * @param inTax 税込, as printed large
     * @param exTax 税抜, as printed small
     * @param percent of tax on it
     * @param listed as it is set in its mode: of one piece, or of 100 g for goods sold by weight
     */
    public record PiecePrice(
            PriceMode mode, Yen unitPrice, Yen inTax, Yen exTax, int percent, Yen listed) {

        Yen inTaxOf(int pieces) {
            return new Price(mode, unitPrice.times(pieces)).inTax(percent);
        }
    }
}
