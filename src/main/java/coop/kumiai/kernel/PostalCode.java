package coop.kumiai.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 郵便番号: seven digits.
 *
 * @param digits the seven digits without a hyphen
 */
public record PostalCode(String digits) implements Comparable<PostalCode> {
    /** The number of digits of every Japanese postal code since 1998. */
    public static final int LENGTH = 7;

    private static final Pattern SEVEN_DIGITS = Pattern.compile("[0-9]{" + LENGTH + "}");

    public PostalCode {
        if (!SEVEN_DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("a postal code has seven digits");
        }
    }

    /** Reads what a person typed: 〒 or not, any hyphen or none, full-width or half-width digits. */
    public static Optional<PostalCode> read(String typed) {
        var digits = JapaneseText.digits(typed.replace("〒", ""));
        return SEVEN_DIGITS.matcher(digits).matches()
                ? Optional.of(new PostalCode(digits))
                : Optional.empty();
    }

    @Override
    public int compareTo(PostalCode other) {
        return digits.compareTo(other.digits);
    }

    /** As people write it: {@code 150-0001}. */
    @Override
    public String toString() {
        return digits.substring(0, 3) + "-" + digits.substring(3);
    }
}
