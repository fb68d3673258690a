package coop.kumiai.members;

import coop.kumiai.kernel.JapaneseText;

import java.util.Optional;
import java.util.regex.Pattern;

/** 電話番号, typed in any writing, kept as digits, printed with hyphens where their place is sure. */
public final class PhoneNumber {
    /** Eleven digits where the third is 0 (mobile, IP, toll-free), ten everywhere else. */
    private static final Pattern DOMESTIC =
            Pattern.compile("0[5-9]0[0-9]{8}|0(?![5-9]0)[1-9][0-9]{8}");

    private static final Pattern ABROAD = Pattern.compile("\\+810?([1-9][0-9]{8,9})");
    private static final Pattern MOBILE = Pattern.compile("(0[5-9]0)([0-9]{4})([0-9]{4})");
    private static final Pattern TWO_DIGIT_AREA = Pattern.compile("(0[36])([0-9]{4})([0-9]{4})");

    private PhoneNumber() {}

    /** The digits of a typed number; a leading +81 is understood. */
    public static Optional<String> read(String typed) {
        var digits = JapaneseText.digits(typed);
        var abroad = ABROAD.matcher(digits);
        var domestic = abroad.matches() ? "0" + abroad.group(1) : digits;
        return DOMESTIC.matcher(domestic).matches() ? Optional.of(domestic) : Optional.empty();
    }

    /** As people read it. */
    public static String print(String digits) {
        for (var shape : java.util.List.of(MOBILE, TWO_DIGIT_AREA)) {
            var match = shape.matcher(digits);
            if (match.matches()) {
                return match.group(1) + "-" + match.group(2) + "-" + match.group(3);
            }
        }
        return digits;
    }
}
