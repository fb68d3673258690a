package coop.kumiai.postal;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.postal.PostalCodeAnswer.Foreign;
import coop.kumiai.postal.PostalCodeAnswer.Malformed;
import coop.kumiai.postal.PostalCodeAnswer.Nowhere;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a typed text that is no Japanese postal code probably is. */
final class PostalCodeRules {
    /** SW1A 1AA, K1A 0B1, 1012 AB: letters and digits in a few signs. */
    private static final Pattern LETTERS_AND_DIGITS =
            Pattern.compile("(?=.*[A-Z])(?=.*[0-9])[A-Z0-9 -]{4,10}");

    /**
     * 90210-1234, CEP 01310-100, PIN 110 001: other countries' lengths that cannot be a slip of
     * seven digits.
     */
    private static final Pattern OTHER_LENGTHS = Pattern.compile("[0-9]{5}-[0-9]{3,4}");

    private PostalCodeRules() {}

    static Nowhere explain(String typed) {
        var text =
                Normalizer.normalize(JapaneseText.tidy(typed), Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT);
        var foreign =
                LETTERS_AND_DIGITS.matcher(text).matches() || OTHER_LENGTHS.matcher(text).matches();
        return foreign ? new Foreign(typed) : new Malformed(typed);
    }
}
