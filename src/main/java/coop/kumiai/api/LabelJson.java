package coop.kumiai.api;

import coop.kumiai.catalog.Allergen;
import coop.kumiai.catalog.FoodLabel;
import coop.kumiai.catalog.Nutrition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * 食品表示: what the maker says is in a product. The label on the goods is what counts.
 *
 * @param allergens absent when nobody has said; an empty list when it has none of them
 */
record LabelJson(Optional<List<AllergenJson>> allergens, Optional<NutritionJson> nutrition) {

    static LabelJson of(FoodLabel label) {
        return new LabelJson(
                label.allergens().map(all -> all.stream().map(AllergenJson::of).toList()),
                label.nutrition().map(NutritionJson::of));
    }

    /**
     * アレルゲン.
     *
     * @param mandatory 特定原材料, which a label must name
     */
    record AllergenJson(String code, String name, boolean mandatory) {
        static AllergenJson of(Allergen allergen) {
            return new AllergenJson(allergen.code(), allergen.name(), allergen.mandatory());
        }
    }

    /**
     * 栄養成分, with as many places as the label.
     *
     * @param per the amount that the figures are of
     * @param saltGrams 食塩相当量
     */
    record NutritionJson(
            String per,
            BigDecimal energyKcal,
            BigDecimal proteinGrams,
            BigDecimal fatGrams,
            BigDecimal carbohydrateGrams,
            BigDecimal saltGrams) {
        static NutritionJson of(Nutrition of) {
            return new NutritionJson(
                    of.per(),
                    of.energyKcal(),
                    of.proteinGrams(),
                    of.fatGrams(),
                    of.carbohydrateGrams(),
                    of.saltGrams());
        }
    }
}
