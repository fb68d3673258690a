package coop.kumiai.billing;

import coop.kumiai.kernel.JapaneseText;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One record of a bank's file: fields at fixed places, counted in bytes.
 *
 * @param number the line of the file, from 1
 */
record ZenginRecord(long number, byte[] bytes) {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final int LONGEST = 18;

    int length() {
        return bytes.length;
    }

    /** データ区分: 1 header, 2 data, 8 trailer, 9 end. */
    char kind() {
        return bytes.length == 0 ? ' ' : (char) bytes[0];
    }

    /** A field as it stands, without the blanks around it. */
    String raw(int from, int length) {
        return new String(Arrays.copyOfRange(bytes, from, from + length), SHIFT_JIS).strip();
    }

    /** The same for people: half-width kana become full-width. */
    String text(int from, int length) {
        return JapaneseText.tidy(
                java.text.Normalizer.normalize(raw(from, length), java.text.Normalizer.Form.NFKC));
    }

    /** Figures, blank meaning nought; empty when other signs are among them. */
    OptionalLong figures(int from, int length) {
        var raw = raw(from, length);
        return DIGITS.matcher(raw).matches() && raw.length() <= LONGEST
                ? OptionalLong.of(raw.isEmpty() ? 0 : Long.parseLong(raw))
                : OptionalLong.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZenginRecord it
                && number == it.number
                && Arrays.equals(bytes, it.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return number + ": " + new String(bytes, SHIFT_JIS);
    }
}
