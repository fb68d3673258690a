package coop.kumiai.catalog;

import coop.kumiai.kernel.PriceMode;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * One good line of a product file: a product, and what it costs in which store and when.
 *
 * @param number as an editor counts, from 1
 * @param label unknown when the file does not tell of labels
 * @param storeId the code of a store, or {@code *} for all
 */
record ProductLine(
        long number,
        Product product,
        FoodLabel label,
        String storeId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        PriceMode priceMode,
        long priceYen) {

    boolean isSameProduct(ProductLine other) {
        return product.equals(other.product) && label.equals(other.label);
    }

    /** What two lines of one file must not share. */
    PriceKey priceKey() {
        return new PriceKey(product.jan(), storeId, validFrom);
    }

    record PriceKey(Jan jan, String storeId, LocalDate validFrom) {}
}
