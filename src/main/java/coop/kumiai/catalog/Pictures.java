package coop.kumiai.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which simple drawing stands for a product: the first keyword of {@code catalog/pictures.csv} that
 * is in its name, else the icon of its category.
 */
final class Pictures {
    private static final List<Keyword> KEYWORDS = keywords();
    private final Map<String, String> iconByCategory;

    Pictures(Map<String, String> iconByCategory) {
        this.iconByCategory = Map.copyOf(iconByCategory);
    }

    String of(String category, String name) {
        return KEYWORDS.stream()
                .filter(it -> it.category().equals(category) && name.contains(it.word()))
                .map(Keyword::icon)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(iconByCategory.get(category), category));
    }

    private static List<Keyword> keywords() {
        return CatalogText.lines("pictures.csv").stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Keyword(cells[0], cells[1], cells[2]))
                .toList();
    }

    private record Keyword(String category, String word, String icon) {}
}
