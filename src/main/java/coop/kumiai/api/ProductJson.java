package coop.kumiai.api;

import coop.kumiai.catalog.FoodLabel;
import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.TaxRates;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A product as a store sells it on a day.
 *
 * @param priceInTaxYen 税込, of one piece; of goods sold by weight an estimate for the expected
 *     weight
 * @param priceExTaxYen 税抜, of the same
 * @param until the last day of a price for some days only
 * @param picture address of its picture
 * @param label what its label says; of a product that is asked for alone, where anybody has said
 */
record ProductJson(
        String jan,
        String name,
        String maker,
        String category,
        String unit,
        long priceInTaxYen,
        long priceExTaxYen,
        int taxPercent,
        Optional<LocalDate> until,
        OptionalInt maxPerOrder,
        boolean soldByWeight,
        boolean alcohol,
        String picture,
        Optional<LabelJson> label) {

    static ProductJson of(Offer offer, TaxRates rates) {
        var product = offer.product();
        var percent = rates.percent(offer.taxClass());
        var price = offer.piecePrice();
        return new ProductJson(
                product.jan().digits(),
                product.name(),
                product.maker(),
                product.category(),
                product.unit(),
                price.inTax(percent).amount(),
                price.exTax(percent).amount(),
                percent,
                offer.until(),
                product.maxPerOrder(),
                product.soldByWeight(),
                product.alcohol(),
                "/pictures/" + product.picture(),
                Optional.empty());
    }

    ProductJson with(FoodLabel said) {
        return new ProductJson(
                jan,
                name,
                maker,
                category,
                unit,
                priceInTaxYen,
                priceExTaxYen,
                taxPercent,
                until,
                maxPerOrder,
                soldByWeight,
                alcohol,
                picture,
                Optional.of(LabelJson.of(said)));
    }
}
