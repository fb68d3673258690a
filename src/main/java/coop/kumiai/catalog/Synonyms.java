package coop.kumiai.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 同義語: words for the same goods, and narrower words for them, as {@code catalog/synonyms.txt} lists
 * them.
 */
final class Synonyms {
    private static final Map<String, Set<String>> OTHERS = read();

    private Synonyms() {}

    /** The other words for what somebody typed; a word may belong to several groups. */
    static Set<String> of(String typed) {
        return OTHERS.getOrDefault(SearchWords.key(typed), Set.of());
    }

    private static Map<String, Set<String>> read() {
        var others = new HashMap<String, Set<String>>();
        for (var line : CatalogText.lines("synonyms.txt")) {
            var sides = line.split(" > ");
            var typed = List.of(sides[0].split(","));
            var narrower = sides.length > 1 ? List.of(sides[1].split(",")) : List.<String>of();
            for (var word : typed) {
                var rest = new ArrayList<>(typed);
                rest.remove(word);
                rest.addAll(narrower);
                others.computeIfAbsent(SearchWords.key(word), key -> new LinkedHashSet<>())
                        .addAll(rest);
            }
        }
        return Map.copyOf(others);
    }
}
