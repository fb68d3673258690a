package coop.kumiai.office;

import coop.kumiai.kernel.JapaneseText;

import java.util.Optional;
import java.util.regex.Pattern;

/** お客様番号, which banks send back with a payment, as staff type it. */
final class PayerNumbers {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8}");

    private PayerNumbers() {}

    /** The number that these words are, if they are one. */
    static Optional<Long> in(String words) {
        var digits = JapaneseText.digits(words);
        return NUMBER.matcher(digits).matches()
                ? Optional.of(Long.valueOf(digits))
                : Optional.empty();
    }
}
