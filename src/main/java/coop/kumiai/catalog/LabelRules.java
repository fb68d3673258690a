package coop.kumiai.catalog;

import coop.kumiai.kernel.JapaneseText;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the label columns of a product file must be like, and what they then mean. */
final class LabelRules {
    /** In {@code allergens}: the maker says that none is in it. */
    private static final String NONE = "なし";

    private static final String BETWEEN = "・";
    private static final int LONGEST_PER = 30;
    private static final Pattern FIGURE = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,2})?");

    private LabelRules() {}

    /** Everything that is wrong with a label, in Japanese; nothing when it can be taken. */
    static List<String> reasons(LabelCells label) {
        var reasons = new ArrayList<String>();
        names(label).stream()
                .filter(name -> Allergens.named(name).isEmpty())
                .map("allergens「%s」は、アレルゲンの名前ではありません。「小麦・卵」のように書き、含まないときは「なし」にしてください"::formatted)
                .forEach(reasons::add);
        if (hasNutrition(label)) {
            addNutritionReasons(reasons, label);
        }
        return reasons;
    }

    /** The meaning of a label that has no reason against it. */
    static FoodLabel read(LabelCells label) {
        return new FoodLabel(allergens(label), nutrition(label));
    }

    private static void addNutritionReasons(List<String> reasons, LabelCells label) {
        if (label.per().isBlank() || JapaneseText.length(label.per()) > LONGEST_PER) {
            reasons.add("nutrition_per（栄養成分の量）は、100gのように%d文字までで書いてください".formatted(LONGEST_PER));
        }
        var figures = label.figures();
        for (int place = 0; place < figures.size(); place++) {
            if (!FIGURE.matcher(figures.get(place)).matches()) {
                // The columns of the figures follow those of the allergens and the amount.
                reasons.add(
                        "%s「%s」は、12.3のような数にしてください。栄養成分は、すべて書くか、すべて空にします"
                                .formatted(LabelCells.COLUMNS.get(place + 2), figures.get(place)));
            }
        }
    }

    private static Optional<List<Allergen>> allergens(LabelCells label) {
        var codes =
                names(label).stream()
                        .flatMap(name -> Allergens.named(name).stream())
                        .map(Allergen::code)
                        .toArray(String[]::new);
        return label.allergens().isEmpty() ? Optional.empty() : Optional.of(Allergens.of(codes));
    }

    private static Optional<Nutrition> nutrition(LabelCells label) {
        return hasNutrition(label)
                ? Optional.of(
                        new Nutrition(
                                JapaneseText.tidy(label.per()),
                                new BigDecimal(label.energy()),
                                new BigDecimal(label.protein()),
                                new BigDecimal(label.fat()),
                                new BigDecimal(label.carbohydrate()),
                                new BigDecimal(label.salt())))
                : Optional.empty();
    }

    private static boolean hasNutrition(LabelCells label) {
        return !label.per().isEmpty() || label.figures().stream().anyMatch(it -> !it.isEmpty());
    }

    private static List<String> names(LabelCells label) {
        return label.allergens().isEmpty() || label.allergens().equals(NONE)
                ? List.of()
                : Arrays.stream(label.allergens().split(BETWEEN, -1))
                        .map(String::strip)
                        .distinct()
                        .toList();
    }
}
