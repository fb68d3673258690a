package coop.kumiai.catalog;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.PriceMode;

import java.time.LocalDate;

/**
 * チラシ価格 (N-CAT-2): what a product costs at a store on some days only.
 *
 * @param ofAllStores entered for all stores at once, by a file
 */
public record FlyerPrice(
        Product product, Price price, LocalDate from, LocalDate to, boolean ofAllStores) {

    /** {@code 税込198円}, as it was set. */
    public String priceWords() {
        return (price.mode() == PriceMode.INCLUDED ? "税込" : "税抜") + price.yen();
    }

    /** {@code 11/25(水)〜11/28(土)}. */
    public String days() {
        return from.equals(to)
                ? JapaneseDates.day(from)
                : JapaneseDates.day(from) + "〜" + JapaneseDates.day(to);
    }

    public boolean hasBegun(LocalDate today) {
        return !from.isAfter(today);
    }
}
