package coop.kumiai.catalog;

import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;

import java.util.Collection;

/**
 * A price as it was set, with or without tax: it is kept and summed up in that mode.
 *
 * @param yen for one piece, or for 100 g of goods sold by weight
 */
public record Price(PriceMode mode, Yen yen) {

    /**
     * 税込 of goods of one rate together: summed up in the mode that each price was set in, fractions
     * dropped once (税率ごとに一回の端数処理).
     */
    public static Yen inTax(Collection<Price> prices, int percent) {
        var included = sum(prices, PriceMode.INCLUDED);
        var excluded = sum(prices, PriceMode.EXCLUDED);
        return included.plus(new Price(PriceMode.EXCLUDED, excluded).inTax(percent));
    }

    /** 税込: what the member pays for one piece alone, fractions of a yen dropped. */
    public Yen inTax(int percent) {
        return mode == PriceMode.INCLUDED ? yen : yen.portionRoundedDown(100L + percent, 100);
    }

    /** 税抜: the price without the tax that is in it. */
    public Yen exTax(int percent) {
        return mode == PriceMode.EXCLUDED
                ? yen
                : yen.minus(yen.portionRoundedDown(percent, 100L + percent));
    }

    private static Yen sum(Collection<Price> prices, PriceMode mode) {
        return Yen.sum(prices.stream().filter(it -> it.mode() == mode).map(Price::yen).toList());
    }
}
