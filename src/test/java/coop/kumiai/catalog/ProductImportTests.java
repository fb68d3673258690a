package coop.kumiai.catalog;

import static coop.kumiai.catalog.ProductLines.good;
import static coop.kumiai.catalog.ProductLines.jan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

@KumiaiTest
class ProductImportTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired ProductImport products;
    @Autowired CategoryImport categories;
    @Autowired Catalog catalog;
    @Autowired CatalogStore store;
    @Autowired TestCoops coops;
    @TempDir Path folder;
    CoopId coop;

    @BeforeEach
    void aCoopWithACategory() {
        coop = coops.fresh();
        takeCategories("vegetables,野菜,10,leaf.svg,1");
    }

    @Test
    void importingTwiceChangesNothing() {
        var file = ProductLines.file(folder, good(), good().with("store", "shibuya"));
        assertThat(take(file)).contains("商品は新しいもの1点、変わったもの0点。価格は新しいもの2行、変わったもの0行");
        var edition = store.edition(coop);
        assertThat(take(file)).contains("商品は新しいもの0点、変わったもの0点。価格は新しいもの0行、変わったもの0行");
        assertThat(store.edition(coop)).isEqualTo(edition);
    }

    @Test
    void whatChangedIsPutRightAndTheRestStays() {
        take(ProductLines.file(folder, good(), good().with("jan", jan(2))));
        assertThat(
                        take(
                                ProductLines.file(
                                        folder,
                                        good().with("name", "長ねぎ 2本入")
                                                .with("unit", "2本入")
                                                .with("price_yen", "198"))))
                .contains("商品は新しいもの0点、変わったもの1点。価格は新しいもの0行、変わったもの1行");
        var offers =
                catalog.offers(coop, "shibuya", DAY, List.of(new Jan(jan(1)), new Jan(jan(2))));
        assertThat(offers).hasSize(2);
        var changed = Objects.requireNonNull(offers.get(new Jan(jan(1))));
        assertThat(changed.product().unit()).isEqualTo("2本入");
        assertThat(changed.price().yen()).isEqualTo(Yen.of(198));
    }

    @Test
    void aFileWithABadLineImportsNothing() {
        var file =
                ProductLines.file(
                        folder, good(), good().with("jan", jan(2)).with("store", "osaka"));
        assertThatThrownBy(() -> take(file))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused ->
                                assertThat(refused.badLines())
                                        .hasToString(
                                                "[3行目: store「osaka」という店舗は登録されていません。全店のときは *"
                                                        + " にしてください]"));
        assertThat(catalog.product(coop, new Jan(jan(1)))).isEmpty();
    }

    @Test
    void anotherCoopSeesNothingOfIt() {
        take(ProductLines.file(folder, good()));
        assertThat(catalog.product(coops.fresh(), new Jan(jan(1)))).isEmpty();
    }

    @Test
    void aPriceLineEndsWhenItIsTakenAgainWithAnEnd() {
        take(ProductLines.file(folder, good()));
        take(ProductLines.file(folder, good().with("valid_to", "2026-11-19")));
        assertThat(catalog.offer(coop, "shibuya", DAY, new Jan(jan(1)))).isEmpty();
        assertThat(catalog.product(coop, new Jan(jan(1)))).isPresent();
    }

    @Test
    void labelsStayWhereAFileDoesNotTellOfThem() {
        var soy = good().labelled("小麦・大豆", "100g", "81", "6.7", "4.0", "4.6", "0.60");
        assertThat(take(ProductLines.fileWithLabels(folder, soy))).contains("食品表示は変わったもの1点です");
        var label = catalog.label(coop, new Jan(jan(1)));
        assertThat(label.orElseThrow().names(true)).containsExactly("小麦");
        assertThat(take(ProductLines.fileWithLabels(folder, soy))).contains("食品表示は変わったもの0点です");
        take(ProductLines.file(folder, good()));
        assertThat(catalog.label(coop, new Jan(jan(1)))).isEqualTo(label);
        take(ProductLines.fileWithLabels(folder, good().labelled("", "", "", "", "", "", "")));
        assertThat(catalog.label(coop, new Jan(jan(1)))).isEmpty();
    }

    @Test
    void linesOfAProductAgreeAboutItsLabel() {
        var file =
                ProductLines.fileWithLabels(
                        folder,
                        good().labelled("卵", "", "", "", "", "", ""),
                        good().with("store", "shibuya").labelled("乳", "", "", "", "", "", ""));
        assertThatThrownBy(() -> take(file))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused ->
                                assertThat(refused.badLines())
                                        .singleElement()
                                        .asString()
                                        .startsWith("3行目: 同じ jan の2行目と商品の内容が違います"));
    }

    @Test
    void aFileWithSomeOfTheLabelColumnsIsShownTheRest() {
        var header = String.join(",", ProductCells.COLUMNS) + ",allergens";
        var file = ProductLines.write(folder, header + "\n" + good() + ",卵\n");
        assertThatThrownBy(() -> take(file))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused ->
                                assertThat(refused.badLines())
                                        .singleElement()
                                        .asString()
                                        .contains("「allergens,nutrition_per,", "そろえて加えられます"));
    }

    @Test
    void aLargeFileShowsHowFarItHasCome() {
        var lines =
                IntStream.range(0, 20_000)
                        .mapToObj(number -> good().with("jan", jan(number)).toString())
                        .toArray();
        var file = ProductLines.file(folder, lines);
        var progress = new ArrayList<String>();
        var started = System.nanoTime();
        assertThat(products.take(coop, file, progress::add)).startsWith("20,000行を取り込みました");
        System.out.printf(
                "catalog.import_20000 %d ms%n", (System.nanoTime() - started) / 1_000_000);
        assertThat(progress).contains("2,000行を確かめました", "商品を2,000点書き込みました", "価格を20,000行書き込みました");
    }

    @Test
    void badCategoriesAreRefused() {
        assertThatThrownBy(() -> takeCategories("Vegetables,野菜,10,leaf.svg,1"))
                .isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> takeCategories("meat,肉,10,../../secret,1"))
                .isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> takeCategories("meat,肉,10,meat.svg,yes"))
                .isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> takeCategories("meat,肉,10,meat.svg,1\nmeat,肉,20,meat.svg,1"))
                .isInstanceOf(ImportRefused.class);
    }

    private String take(Path file) {
        return products.take(coop, file, progress -> {});
    }

    private void takeCategories(String lines) {
        var file = ProductLines.write(folder, "code,name,position,icon,fresh\n" + lines + "\n");
        assertThat(categories.take(coop, file, progress -> {})).contains("売場を1件取り込みました");
    }
}
