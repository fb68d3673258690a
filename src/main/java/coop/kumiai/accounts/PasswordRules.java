package coop.kumiai.accounts;

import coop.kumiai.kernel.JapaneseText;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What makes a password too weak to take, pure. */
final class PasswordRules {
    private static final int LEAST_DIFFERENT = 5;
    private static final int MOST_DECORATION = 8;
    private static final List<String> ROWS =
            List.of(
                    "01234567890123456789",
                    "abcdefghijklmnopqrstuvwxyz",
                    "qwertyuiopasdfghjklzxcvbnm",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p");

    private static final Pattern HALF_WIDTH = Pattern.compile("[\\x21-\\x7e]*");

    private PasswordRules() {}

    /**
     * The one writing that is hashed: a password typed with a Japanese keyboard in full width is
     * the same password.
     */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /**
     * @param known those that are tried first by whoever guesses
     * @param belongings words of its owner and of the co-op
     */
    static List<PasswordRefusal> check(
            String password,
            PasswordTerms terms,
            PasswordShape shape,
            KnownPasswords known,
            List<String> belongings) {
        var length = JapaneseText.length(password);
        if (length < terms.leastCharacters()) {
            return List.of(new PasswordRefusal.TooShort(terms.leastCharacters(), length));
        }
        if (length > terms.mostCharacters()) {
            return List.of(new PasswordRefusal.TooLong(terms.mostCharacters()));
        }
        if (shape.halfWidthOnly() && !HALF_WIDTH.matcher(password).matches()) {
            return List.of(new PasswordRefusal.NotHalfWidth());
        }
        if (shape.mostSameInARow() > 0 && longestRun(password) > shape.mostSameInARow()) {
            return List.of(new PasswordRefusal.SameInARow(shape.mostSameInARow()));
        }
        return isEasy(password.toLowerCase(Locale.ROOT), known, belongings)
                ? List.of(new PasswordRefusal.WellKnown())
                : List.of();
    }

    private static int longestRun(String password) {
        var longest = 0;
        var run = 0;
        for (var i = 0; i < password.length(); i++) {
            run = i > 0 && password.charAt(i) == password.charAt(i - 1) ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean isEasy(String password, KnownPasswords known, List<String> belongings) {
        return known.contains(password)
                || password.chars().distinct().count() < LEAST_DIFFERENT
                || isAlongARow(password)
                || isDecorated(password, known, belongings);
    }

    /** A few signs of one word before or behind it do not hide the word: {@code Sakura!2026}. */
    private static boolean isDecorated(
            String password, KnownPasswords known, List<String> belongings) {
        var core = once(password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""));
        var decoration = password.length() - core.length();
        return (known.contains(core) && (decoration <= MOST_DECORATION || isRepeated(password)))
                || belongings.stream()
                        .flatMap(PasswordRules::words)
                        .anyMatch(word -> core.equals(word) && decoration <= MOST_DECORATION);
    }

    /** A word written several times over is the word. */
    private static String once(String text) {
        return unit(text).orElse(text);
    }

    private static boolean isRepeated(String text) {
        return unit(text).isPresent();
    }

    private static Optional<String> unit(String text) {
        for (var size = 1; size <= text.length() / 2; size++) {
            var unit = text.substring(0, size);
            if (text.length() % size == 0 && unit.repeat(text.length() / size).equals(text)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    private static boolean isAlongARow(String password) {
        return ROWS.stream()
                .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
                .map(row -> row.repeat(2))
                .anyMatch(row -> row.contains(password));
    }

    private static Stream<String> words(String belonging) {
        var folded = normal(belonging).toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(folded, folded.replaceAll("[^\\p{L}]", "")),
                        Stream.of(folded.split("[^\\p{L}]+", -1)))
                .filter(word -> !word.isEmpty());
    }
}
