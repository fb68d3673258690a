package coop.kumiai.catalog;

import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;

/**
 * A price as it was set, with or without tax: it is kept and summed up in that mode.
 *
 * @param yen for one piece, or for 100 g of goods sold by weight
 */
public record Price(PriceMode mode, Yen yen) {

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
}
