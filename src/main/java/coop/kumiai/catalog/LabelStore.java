package coop.kumiai.catalog;

import static coop.kumiai.catalog.db.Tables.FOOD_LABEL;

import static org.jooq.impl.DSL.any;

import coop.kumiai.catalog.db.tables.records.FoodLabelRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Labels of food. A product about which nobody has said anything has none. */
@Repository
class LabelStore {
    private final DSLContext sql;

    LabelStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<FoodLabel> label(CoopId coop, Jan jan) {
        return sql.selectFrom(FOOD_LABEL)
                .where(FOOD_LABEL.COOP_ID.eq(coop.code()), FOOD_LABEL.JAN.eq(jan.digits()))
                .fetchOptional(LabelStore::label);
    }

    /**
     * The labels of some products are now these and no others; says how many are other than before.
     */
    int replace(CoopId coop, List<Entry<Jan, FoodLabel>> labels) {
        var digits = labels.stream().map(it -> it.getKey().digits()).toArray(String[]::new);
        var before =
                sql.selectFrom(FOOD_LABEL)
                        .where(FOOD_LABEL.COOP_ID.eq(coop.code()), FOOD_LABEL.JAN.eq(any(digits)))
                        .fetchMap(FOOD_LABEL.JAN, LabelStore::label);
        var changes =
                labels.stream()
                        .filter(it -> !it.getValue().equals(before(before, it.getKey())))
                        .map(it -> change(coop, it.getKey(), it.getValue()))
                        .toList();
        sql.batch(new ArrayList<Query>(changes)).execute();
        return changes.size();
    }

    private static FoodLabel before(Map<String, FoodLabel> labels, Jan jan) {
        return labels.getOrDefault(jan.digits(), FoodLabel.UNKNOWN);
    }

    private Query change(CoopId coop, Jan jan, FoodLabel label) {
        if (label.isUnknown()) {
            return sql.deleteFrom(FOOD_LABEL)
                    .where(FOOD_LABEL.COOP_ID.eq(coop.code()), FOOD_LABEL.JAN.eq(jan.digits()));
        }
        var row = row(coop, jan, label);
        return sql.insertInto(FOOD_LABEL).set(row).onDuplicateKeyUpdate().set(row);
    }

    private static FoodLabelRecord row(CoopId coop, Jan jan, FoodLabel label) {
        var row = new FoodLabelRecord();
        row.setCoopId(coop.code());
        row.setJan(jan.digits());
        row.setAllergens(
                label.allergens()
                        .map(it -> it.stream().map(Allergen::code).toArray(String[]::new))
                        .orElse(null));
        var nutrition = label.nutrition().orElse(null);
        row.setNutritionPer(nutrition == null ? null : nutrition.per());
        row.setEnergyKcal(nutrition == null ? null : nutrition.energyKcal());
        row.setProteinG(nutrition == null ? null : nutrition.proteinGrams());
        row.setFatG(nutrition == null ? null : nutrition.fatGrams());
        row.setCarbohydrateG(nutrition == null ? null : nutrition.carbohydrateGrams());
        row.setSaltG(nutrition == null ? null : nutrition.saltGrams());
        return row;
    }

    private static FoodLabel label(FoodLabelRecord row) {
        return new FoodLabel(
                Optional.ofNullable(row.getAllergens()).map(Allergens::of),
                Optional.ofNullable(row.getNutritionPer())
                        .map(
                                per ->
                                        new Nutrition(
                                                per,
                                                row.getEnergyKcal(),
                                                row.getProteinG(),
                                                row.getFatG(),
                                                row.getCarbohydrateG(),
                                                row.getSaltG())));
    }
}
