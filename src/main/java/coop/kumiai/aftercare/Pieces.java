package coop.kumiai.aftercare;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How many pieces of each line of an order, by the line's number. */
final class Pieces {
    private Pieces() {}

    /** Without the lines of which there are none. */
    static Map<Integer, Integer> some(Map<Integer, Integer> pieces) {
        return pieces.entrySet().stream()
                .filter(it -> it.getValue() != 0)
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All of them together. */
    static Map<Integer, Integer> sum(Collection<Map<Integer, Integer>> all) {
        var sum = new TreeMap<Integer, Integer>();
        all.forEach(it -> it.forEach((line, pieces) -> sum.merge(line, pieces, Integer::sum)));
        return sum;
    }
}
