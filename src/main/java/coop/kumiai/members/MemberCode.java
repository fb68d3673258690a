package coop.kumiai.members;

import coop.kumiai.kernel.JapaneseText;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 組合員コード: ten digits (N-JOIN-3).
 *
 * @param digits the ten digits
 */
public record MemberCode(String digits) {
    /** The number of digits. */
    public static final int LENGTH = 10;

    /** So many digits stand before it in the number of a point card. */
    private static final int CARD_PREFIX = 2;

    private static final Pattern CODE = Pattern.compile("[0-9]{" + LENGTH + "}");
    private static final Pattern CARD = Pattern.compile("[0-9]{" + (CARD_PREFIX + LENGTH) + ",20}");

    public MemberCode {
        if (!CODE.matcher(digits).matches()) {
            throw new IllegalArgumentException("a member code has ten digits");
        }
    }

    /**
     * Reads a code or the number of a point card, whose third to twelfth digits are the code;
     * full-width digits, spaces and hyphens are understood.
     */
    public static Optional<MemberCode> parse(String typed) {
        var digits = JapaneseText.digits(typed);
        if (CODE.matcher(digits).matches()) {
            return Optional.of(new MemberCode(digits));
        }
        return CARD.matcher(digits).matches()
                ? Optional.of(new MemberCode(digits.substring(CARD_PREFIX, CARD_PREFIX + LENGTH)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }
}
