package coop.kumiai.catalog;

import coop.kumiai.kernel.TaxClass;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A product (商品) of a co-op, the same in all of its stores.
 *
 * @param name with its pack, such as 長ねぎ 3本入
 * @param reading katakana, without the pack
 * @param unit the pack, such as 3本入; for goods sold by weight the expected weight, such as 約300g
 * @param maxPerOrder its own limit in one order (N-ORD-2); without one the co-op's limit counts
 * @param soldByWeight グラム売り (N-PICK-4): the price is that of 100 g
 * @param alcohol 酒類: only for adults (N-ALC-1)
 * @param shelf where the picker finds it: aisle, bay and shelf; sorted as text it is the walk
 *     through the store
 * @param picture the name of its picture among {@code /pictures/}
 */
public record Product(
        Jan jan,
        String name,
        String reading,
        String maker,
        String category,
        String unit,
        TaxClass taxClass,
        OptionalInt maxPerOrder,
        boolean soldByWeight,
        boolean alcohol,
        String shelf,
        String picture) {
    private static final Pattern WEIGHT = Pattern.compile("([0-9]{1,5})g");

    /** The name without the pack at its end, as people speak of it. */
    public String nameWithoutPack() {
        return name.endsWith(" " + unit)
                ? name.substring(0, name.length() - unit.length() - 1)
                : name;
    }

    /** The expected weight of one piece of goods sold by weight, as its unit says: 約300g. */
    public OptionalInt expectedGrams() {
        var weight = WEIGHT.matcher(unit);
        return soldByWeight && weight.find()
                ? OptionalInt.of(Integer.parseInt(weight.group(1)))
                : OptionalInt.empty();
    }
}
