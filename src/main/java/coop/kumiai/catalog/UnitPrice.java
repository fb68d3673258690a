package coop.kumiai.catalog;

import coop.kumiai.kernel.Yen;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A price by which packs of different sizes can be compared (単位価格), tax included, fractions of a
 * yen dropped.
 *
 * @param per what it is for, such as 100g or 1個
 */
public record UnitPrice(String per, Yen inTax) {
    private static final Pattern MEASURE =
            Pattern.compile("約?([0-9]{1,5}(?:\\.[0-9]{1,2})?)(kg|g|L|ml)(?:×([0-9]{1,3}).?)?");
    private static final Pattern COUNT =
            Pattern.compile("([0-9]{1,4})(個|本|枚|袋|缶|玉|切|尾|食|杯|箱|ロール)入?");

    /** How many grams or millilitres. */
    private static final Map<String, Long> SIZE =
            Map.of("g", 1L, "ml", 1L, "kg", 1000L, "L", 1000L);

    /** A unit price is that of 100 g or 100 ml; sizes have up to two places behind the point. */
    private static final long COMPARED = 100;

    private static final int PLACES = 2;
    private static final long HUNDREDTHS = 100;

    /**
     * The unit price of a pack, as far as its unit tells the size.
     *
     * @param unit such as 500ml, 2L×6本 or 10個入
     * @param inTax the price of the pack
     */
    public static Optional<UnitPrice> of(String unit, Yen inTax) {
        var measure = MEASURE.matcher(unit);
        if (measure.matches()) {
            return Optional.of(byMeasure(measure, inTax));
        }
        var count = COUNT.matcher(unit);
        return count.matches() ? byCount(count, inTax) : Optional.empty();
    }

    private static UnitPrice byMeasure(Matcher measure, Yen inTax) {
        long hundredths = new BigDecimal(measure.group(1)).movePointRight(PLACES).longValue();
        long packs = measure.group(3) == null ? 1 : Long.parseLong(measure.group(3));
        long size = hundredths * packs * SIZE.getOrDefault(measure.group(2), 1L);
        var per = COMPARED + (measure.group(2).endsWith("g") ? "g" : "ml");
        return new UnitPrice(per, inTax.portionRoundedDown(COMPARED * HUNDREDTHS, size));
    }

    private static Optional<UnitPrice> byCount(Matcher count, Yen inTax) {
        long pieces = Long.parseLong(count.group(1));
        return pieces < 2
                ? Optional.empty()
                : Optional.of(
                        new UnitPrice("1" + count.group(2), inTax.portionRoundedDown(1, pieces)));
    }

    @Override
    public String toString() {
        return per + "あたり " + inTax;
    }
}
