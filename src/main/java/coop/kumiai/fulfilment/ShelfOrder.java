package coop.kumiai.fulfilment;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The order in which a picker walks past the shelves: {@code A-03-2} is aisle, bay, shelf. Aisles
 * go by their letters and the cold ones bear the last letters, bays and shelves by their numbers,
 * so that {@code A-9} comes before {@code A-10}. Goods without a shelf come at the end.
 */
final class ShelfOrder implements Comparator<String> {
    private static final Pattern PARTS = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    @Override
    public int compare(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return Boolean.compare(one.isBlank(), other.isBlank());
        }
        var left = PARTS.split(one.strip());
        var right = PARTS.split(other.strip());
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            var order = part(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int part(String one, String other) {
        if (isNumber(one) && isNumber(other)) {
            var left = one.replaceFirst("^0+(?=.)", "");
            var right = other.replaceFirst("^0+(?=.)", "");
            var byLength = Integer.compare(left.length(), right.length());
            return byLength != 0 ? byLength : left.compareTo(right);
        }
        return one.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }
}
