package coop.kumiai.office;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.kernel.JapaneseText;

import java.util.Map;

/** How many pieces of each line of an order a form says: {@code refund-3=2}. */
final class LineCounts {
    private LineCounts() {}

    /** By the line's number; what is no number of pieces is less than none. */
    static Map<Integer, Integer> of(Map<String, String> sent, String prefix) {
        return sent.entrySet().stream()
                .filter(it -> it.getKey().matches(prefix + "-[0-9]{1,4}"))
                .collect(
                        toMap(
                                it -> Integer.valueOf(it.getKey().substring(prefix.length() + 1)),
                                it -> pieces(it.getValue())));
    }

    private static int pieces(String typed) {
        var digits = JapaneseText.digits(typed);
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : typed.isBlank() ? 0 : -1;
    }
}
