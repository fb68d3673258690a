package coop.kumiai.catalog;

import java.util.List;
import java.util.function.UnaryOperator;

/** The cells of one line of a product file that tell of its label; all may be missing. */
record LabelCells(
        String allergens,
        String per,
        String energy,
        String protein,
        String fat,
        String carbohydrate,
        String salt) {

    static final List<String> COLUMNS =
            List.of(
                    "allergens",
                    "nutrition_per",
                    "energy_kcal",
                    "protein_g",
                    "fat_g",
                    "carbohydrate_g",
                    "salt_g");

    static LabelCells of(UnaryOperator<String> cell) {
        return new LabelCells(
                cell.apply("allergens"),
                cell.apply("nutrition_per"),
                cell.apply("energy_kcal"),
                cell.apply("protein_g"),
                cell.apply("fat_g"),
                cell.apply("carbohydrate_g"),
                cell.apply("salt_g"));
    }

    List<String> figures() {
        return List.of(energy, protein, fat, carbohydrate, salt);
    }
}
