package coop.kumiai.catalog;

import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A product as one store sells it on one day (N-CAT-1).
 *
 * @param until the last day of a price for some days only (期間限定価格)
 */
public record Offer(Product product, Price price, Optional<LocalDate> until) {
    /** Goods sold by weight are priced per 100 g. */
    private static final int GRAMS_OF_PRICE = 100;

    public Jan jan() {
        return product.jan();
    }

    public TaxClass taxClass() {
        return product.taxClass();
    }

    /** The price of one piece; of goods sold by weight, that of a piece of the expected weight. */
    public Price piecePrice() {
        var grams = product.expectedGrams();
        return grams.isEmpty()
                ? price
                : new Price(
                        price.mode(),
                        price.yen().portionRoundedDown(grams.getAsInt(), GRAMS_OF_PRICE));
    }

    public Yen inTax(TaxRates rates) {
        return price.inTax(rates.percent(taxClass()));
    }

    public Yen exTax(TaxRates rates) {
        return price.exTax(rates.percent(taxClass()));
    }
}
