package coop.kumiai.catalog;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The cells of one line of a product file as they were written; docs/import.md says what each
 * means.
 */
record ProductCells(
        String jan,
        String name,
        String reading,
        String maker,
        String category,
        String unit,
        String priceMode,
        String priceYen,
        String taxClass,
        String store,
        String validFrom,
        String validTo,
        String maxPerOrder,
        String soldByWeight,
        String alcohol,
        String shelf) {

    static final List<String> COLUMNS =
            List.of(
                    "jan",
                    "name",
                    "reading",
                    "maker",
                    "category",
                    "unit",
                    "price_mode",
                    "price_yen",
                    "tax_class",
                    "store",
                    "valid_from",
                    "valid_to",
                    "max_per_order",
                    "sold_by_weight",
                    "alcohol",
                    "shelf");

    static ProductCells of(UnaryOperator<String> cell) {
        return new ProductCells(
                cell.apply("jan"),
                cell.apply("name"),
                cell.apply("reading"),
                cell.apply("maker"),
                cell.apply("category"),
                cell.apply("unit"),
                cell.apply("price_mode"),
                cell.apply("price_yen"),
                cell.apply("tax_class"),
                cell.apply("store"),
                cell.apply("valid_from"),
                cell.apply("valid_to"),
                cell.apply("max_per_order"),
                cell.apply("sold_by_weight"),
                cell.apply("alcohol"),
                cell.apply("shelf"));
    }
}
