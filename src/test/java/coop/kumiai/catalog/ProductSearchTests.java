package coop.kumiai.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Searches in the demo co-op's shop. */
@KumiaiTest
class ProductSearchTests {
    private static final CoopId MINATO = new CoopId("minato");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int FIRST_PAGE = 10;
    private static final int FOUND_AT_LEAST = 196;

    @Autowired ProductSearch search;
    @Autowired CatalogStore store;

    @ParameterizedTest
    @CsvSource({
        "たまご, みなとくらし たまご 白 Mサイズ 10個入",
        "卵, みなとくらし たまご 白 Mサイズ 10個入",
        "玉子, みなとくらし たまご 白 Mサイズ 10個入",
        "たまご, ひなた台 平飼い卵 6個入",
        "たまご, だし巻き玉子 1本",
        "しゃけ, みなとくらし 塩銀鮭 甘口 3切",
        "ねぎ, 長ねぎ 1本",
        "とりもも, みなとくらし 国産若鶏もも肉 約300g",
        "ﾖｰｸﾞﾙﾄ, みなとくらし プレーンヨーグルト 400g",
        "よーぐると, みなとくらし プレーンヨーグルト 400g",
        "ぎゅうにゅう, みなとくらし 成分無調整牛乳 1000ml"
    })
    void aWordFindsTheGoodsHoweverItIsWritten(String typed, String name) {
        assertThat(names(typed, 40)).contains(name);
    }

    @Test
    @DisplayName("200 fixed queries: the goods that are meant are among the first ten")
    void theMeantGoodsAreAmongTheFirstTen() throws IOException {
        var missed = new ArrayList<String>();
        var queries = queries();
        for (var query : queries) {
            var cells = query.split("\t", -1);
            var found = jans(cells[0], FIRST_PAGE);
            if (List.of(cells[1].split(",")).stream().noneMatch(found::contains)) {
                missed.add(cells[0] + " " + names(cells[0], FIRST_PAGE));
            }
        }
        int found = queries.size() - missed.size();
        System.out.printf("search.found_in_10 %d/%d%n", found, queries.size());
        missed.forEach(it -> System.out.println("not found: " + it));
        assertThat(queries).hasSize(200);
        assertThat(found).isGreaterThanOrEqualTo(FOUND_AT_LEAST);
    }

    @ParameterizedTest
    @CsvSource({
        "しゃけ, 鮭",
        "さけ, 鮭",
        "米, 米",
        "たまご, たまご",
        "牛乳, 牛乳",
        "とうふ, 豆腐",
        "ねぎ, ねぎ",
        "パン, パン",
        "とりもも, 鶏もも肉"
    })
    void theGoodsThemselvesComeBeforeWhatIsMadeOfThem(String typed, String inFirst) {
        assertThat(names(typed, 2)).as(typed).hasSize(2).allMatch(it -> it.contains(inFirst));
    }

    @Test
    void everyProductIsFoundByItsOwnName() {
        for (var product : store.products(MINATO)) {
            if (store.range(MINATO, "shibuya", DAY).contains(product.jan().digits())) {
                assertThat(jans(product.name(), FIRST_PAGE)).contains(product.jan().digits());
            }
        }
    }

    @Test
    void onlyWhatTheStoreSellsOnTheDayIsFound() {
        assertThat(names("フルーツトマト", 10)).contains("フルーツトマト 300g");
        assertThat(search.search(MINATO, "meguro", DAY, "フルーツトマト", 1, 10).offers())
                .noneMatch(it -> it.product().name().equals("フルーツトマト 300g"));
        assertThat(search.search(MINATO, "shibuya", LocalDate.of(2025, 1, 1), "卵", 1, 10).total())
                .isZero();
    }

    @Test
    void resultsAreReadPageByPage() {
        var first = search.search(MINATO, "shibuya", DAY, "豆腐", 1, 5);
        var second = search.search(MINATO, "shibuya", DAY, "豆腐", 2, 5);
        assertThat(first.offers()).hasSize(5).doesNotContainAnyElementsOf(second.offers());
        assertThat(first.pages()).isEqualTo((first.total() + 4) / 5);
        assertThat(search.search(MINATO, "shibuya", DAY, "豆腐", 999, 5).page())
                .isEqualTo(first.pages());
        assertThat(search.search(MINATO, "shibuya", DAY, "豆腐", -1, 5).page()).isEqualTo(1);
    }

    @Test
    void namesAreSuggestedWhileTyping() {
        assertThat(suggestions("ヨーグ")).isNotEmpty().allMatch(it -> it.contains("ヨーグルト"));
        assertThat(suggestions("たま")).anyMatch(it -> it.contains("たまご 白"));
        assertThat(suggestions("と")).isNotEmpty().doesNotHaveDuplicates();
        assertThat(suggestions("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 　 ",
                "*",
                "\"",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "( ) [ ] { } ^ ~ ? : \\ /",
                "AND OR NOT",
                "\u0000\uFFFF\u0003",
                "𠮷",
                "😀😀",
                "゛",
                "ー",
                "・"
            })
    void anythingMayBeTyped(String typed) {
        assertThat(search.search(MINATO, "shibuya", DAY, typed, 1, 10).offers())
                .hasSizeBetween(0, 10);
    }

    @Test
    void aVeryLongTextIsCut() {
        assertThat(search.search(MINATO, "shibuya", DAY, "卵".repeat(10_000), 1, 10)).isNotNull();
        assertThat(search.search(MINATO, "shibuya", DAY, "卵 ".repeat(10_000), 1, 10).total())
                .isPositive();
    }

    @Test
    void aTextThatAsAWholeFindsNothingIsTriedWordByWord() {
        assertThat(names("とても新鮮なトマトをください", 10)).anyMatch(it -> it.contains("トマト"));
    }

    @Test
    void whatFitsOnlyAPartIsSaidToDoSo() {
        assertThat(search.search(MINATO, "shibuya", DAY, "とても新鮮なトマトをください", 1, 10).partial())
                .isTrue();
        assertThat(search.search(MINATO, "shibuya", DAY, "トマト", 1, 10).partial()).isFalse();
        assertThat(suggestions("とても新鮮なトマトをください")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ゆきおとこ", "さいころ", "こたつぶとん"})
    @DisplayName("a word in hiragana that no product bears finds nothing, not its pieces")
    void whatIsNotThereIsNotFound(String typed) {
        assertThat(names(typed, 10)).isEmpty();
    }

    private List<String> suggestions(String typed) {
        return search.suggest(MINATO, "shibuya", DAY, typed);
    }

    private List<String> names(String typed, int most) {
        return search.search(MINATO, "shibuya", DAY, typed, 1, most).offers().stream()
                .map(it -> it.product().name())
                .toList();
    }

    private List<String> jans(String typed, int most) {
        return search.search(MINATO, "shibuya", DAY, typed, 1, most).offers().stream()
                .map(it -> it.jan().digits())
                .toList();
    }

    private static List<String> queries() throws IOException {
        var file = ProductSearchTests.class.getResourceAsStream("/search/queries.tsv");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
