package coop.kumiai.kernel;

import java.util.regex.Pattern;

/**
 * 登録番号 of an issuer of qualified invoices (適格請求書発行事業者): {@code T} and the thirteen digits of a
 * corporate number (法人番号), the first of which proves the other twelve.
 */
public record RegistrationNumber(String text) {
    private static final Pattern SHAPE = Pattern.compile("T[0-9]{13}");
    private static final int NINE = 9;

    /**
     * @throws IllegalArgumentException when it cannot be one
     */
    public RegistrationNumber {
        if (!isValid(text)) {
            throw new IllegalArgumentException("no registration number: " + text);
        }
    }

    /** Whether its shape and its check digit (検査用数字) are right. */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches() && text.charAt(1) - '0' == checkDigit(text);
    }

    /** 9 − (Σ Pn·Qn mod 9), Pn counted from the right, Qn 1 for odd n and 2 for even. */
    private static int checkDigit(String text) {
        var sum = 0;
        for (int place = 1; place < text.length() - 1; place++) {
            var digit = text.charAt(text.length() - place) - '0';
            sum += digit * (place % 2 == 0 ? 2 : 1);
        }
        return NINE - sum % NINE;
    }

    @Override
    public String toString() {
        return text;
    }
}
