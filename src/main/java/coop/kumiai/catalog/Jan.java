package coop.kumiai.catalog;

import coop.kumiai.kernel.JapaneseText;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a product (JANコード, GTIN-13). Goods that the store packs itself have one of its own
 * (インストアコード).
 *
 * @param digits 13 digits, the last of them the check digit (チェックデジット) of the others
 */
public record Jan(String digits) implements Comparable<Jan> {
    private static final int LENGTH = 13;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{" + LENGTH + "}");

    public Jan {
        if (!SHAPE.matcher(digits).matches() || !endsInItsCheckDigit(digits)) {
            throw new IllegalArgumentException("not a JAN code");
        }
    }

    /** Reads what a person typed or a file holds: full width, hyphens and spaces are put right. */
    public static Optional<Jan> read(String typed) {
        var digits = JapaneseText.digits(typed);
        return SHAPE.matcher(digits).matches() && endsInItsCheckDigit(digits)
                ? Optional.of(new Jan(digits))
                : Optional.empty();
    }

    @Override
    public int compareTo(Jan other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }

    /**
     * From the right the digits count once and three times in turn; the sum is a multiple of ten.
     */
    private static boolean endsInItsCheckDigit(String digits) {
        int sum = 0;
        for (int place = 0; place < LENGTH; place++) {
            int weight = place % 2 == 0 ? 1 : 3;
            sum += weight * Character.digit(digits.charAt(place), 10);
        }
        return sum % 10 == 0;
    }
}
