package coop.kumiai.catalog;

import java.util.List;
import java.util.Optional;

/**
 * 食品表示: what the maker says is in a product. The label on the goods is what counts.
 *
 * @param allergens empty when nobody has said; an empty list when it has none of them
 */
public record FoodLabel(Optional<List<Allergen>> allergens, Optional<Nutrition> nutrition) {
    /** Of a product about which nobody has said anything. */
    static final FoodLabel UNKNOWN = new FoodLabel(Optional.empty(), Optional.empty());

    /** Those that a label must name, or those that it should. */
    public List<String> names(boolean mandatory) {
        return allergens.orElse(List.of()).stream()
                .filter(it -> it.mandatory() == mandatory)
                .map(Allergen::name)
                .toList();
    }

    boolean isUnknown() {
        return equals(UNKNOWN);
    }
}
