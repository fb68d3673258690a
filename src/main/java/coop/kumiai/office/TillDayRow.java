package coop.kumiai.office;

import coop.kumiai.kernel.Yen;
import coop.kumiai.tills.TillClosing;

/** A closed day of a till, with the till and its store by name. */
public record TillDayRow(TillClosing closing, String till, String store) {

    /** Whether the counted cash is what it should be, in words. */
    public String agreement() {
        return closing.difference().map(TillDayRow::words).orElse("まだ数えていません");
    }

    private static String words(Yen difference) {
        if (difference.isZero()) {
            return "一致";
        }
        return difference.isMoreThan(Yen.ZERO)
                ? difference + "多い"
                : Yen.ZERO.minus(difference) + "足りない";
    }
}
