package coop.kumiai.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Food names that we did not write (see {@code src/test/resources/catalog/README.md}) turned into a
 * product file, taken and found again.
 */
@KumiaiTest
class FoodNamesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** Food groups of the table and where a shop would put them. */
    private static final Map<String, String> CATEGORY_BY_GROUP =
            Map.ofEntries(
                    Map.entry("01", "staples"),
                    Map.entry("02", "vegetables"),
                    Map.entry("03", "seasonings"),
                    Map.entry("04", "tofu"),
                    Map.entry("05", "sweets"),
                    Map.entry("06", "vegetables"),
                    Map.entry("07", "fruits"),
                    Map.entry("08", "vegetables"),
                    Map.entry("09", "pantry"),
                    Map.entry("10", "fish"),
                    Map.entry("11", "meat"),
                    Map.entry("12", "dairy"),
                    Map.entry("13", "dairy"),
                    Map.entry("14", "seasonings"),
                    Map.entry("15", "sweets"),
                    Map.entry("16", "drinks"),
                    Map.entry("17", "seasonings"),
                    Map.entry("18", "deli"));

    @Autowired ProductImport products;
    @Autowired ProductSearch search;
    @Autowired TestCoops coops;
    @TempDir Path folder;

    @Test
    void foodNamesBecomeProducts() throws IOException {
        var coop = coops.stocked();
        var foods = foods();
        var lines = foods.stream().map(Food::line).toArray();
        assertThat(products.take(coop, ProductLines.file(folder, lines), progress -> {}))
                .contains("商品は新しいもの%,d点".formatted(foods.size()));
        foods.forEach(food -> assertIsFound(coop, food));
    }

    private void assertIsFound(CoopId coop, Food food) {
        assertThat(search.search(coop, "meguro", DAY, food.plainName(), 1, 10).offers())
                .as(food.plainName())
                .anyMatch(it -> it.product().name().startsWith(food.plainName()));
    }

    private static List<Food> foods() throws IOException {
        var file = FoodNamesTests.class.getResourceAsStream("/catalog/food-names.csv");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(cells -> new Food(cells[0], cells[1], cells[2]))
                    .toList();
        }
    }

    private record Food(String group, String code, String name) {

        /** Without the groups in brackets that stand before a name. */
        String plainName() {
            return name.replace("\"", "")
                    .replaceAll("^[\\s　]*([<＜][^>＞]*[>＞][\\s　]*)?([(（][^)）]*[)）])?", "")
                    .replaceAll("[\\s　]+", " ")
                    .strip();
        }

        ProductLines line() {
            return ProductLines.good()
                    .with("jan", ProductLines.jan(Integer.parseInt(code)))
                    .with("name", "\"" + plainName() + " 100g\"")
                    .with("reading", reading())
                    .with("maker", "")
                    .with("category", CATEGORY_BY_GROUP.getOrDefault(group, ""))
                    .with("unit", "100g")
                    .with("price_yen", code.replaceFirst("^0+", ""))
                    .with("shelf", group + "-01-1");
        }

        private String reading() {
            var kana = SearchWords.reading(plainName()).replaceAll("[^ァ-ヺー]", "");
            return kana.isEmpty() ? "ヨミナシ" : kana;
        }
    }
}
