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

    public Jan jan() {
        return product.jan();
    }

    public TaxClass taxClass() {
        return product.taxClass();
    }

    public Yen inTax(TaxRates rates) {
        return price.inTax(rates.percent(taxClass()));
    }

    public Yen exTax(TaxRates rates) {
        return price.exTax(rates.percent(taxClass()));
    }
}
