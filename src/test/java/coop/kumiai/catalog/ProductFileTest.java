package coop.kumiai.catalog;

import static coop.kumiai.catalog.ProductLines.good;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.ImportRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ProductFileTest {
    @TempDir Path folder;

    @Test
    void aProductMayHaveSeveralPrices() {
        var file =
                read(
                        good(),
                        good().with("store", "shibuya").with("price_yen", "258"),
                        good().with("valid_from", "2026-11-20").with("valid_to", "2026-11-23"));
        assertThat(file.lines()).hasSize(3);
        assertThat(file.products()).hasSize(1);
    }

    @Test
    void everyBadLineIsListedWithItsNumber() {
        var badLines =
                badLines(
                        good(),
                        good().with("jan", ProductLines.jan(2)).with("price_yen", "0"),
                        good().with("jan", ProductLines.jan(3)),
                        "too,few",
                        good().with("jan", "x"));
        assertThat(badLines).extracting(BadLine::number).containsExactly(3L, 5L, 6L);
    }

    @Test
    void twoPricesOfOneDayAndStoreContradict() {
        assertThat(badLines(good(), good().with("price_yen", "9")))
                .singleElement()
                .hasToString("3行目: jan・store・valid_from の組が2行目と同じです");
    }

    @Test
    void aProductIsTheSameOnAllOfItsLines() {
        assertThat(badLines(good(), good().with("store", "shibuya").with("name", "小ねぎ 1束")))
                .singleElement()
                .asString()
                .startsWith("3行目: 同じ jan の2行目と商品の内容が違います");
    }

    @Test
    void aMarkAtTheBeginningQuotesAndOtherOrdersOfColumnsAreUnderstood() {
        var columns = ProductCells.COLUMNS.reversed();
        var cells = List.of(good().toString().split(",", -1)).reversed();
        var text =
                "\uFEFF"
                        + String.join(",", columns)
                        + "\n\n\""
                        + String.join("\",\"", cells)
                        + "\"";
        assertThat(read(ProductLines.write(folder, text)).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.number()).isEqualTo(3));
    }

    @Test
    void aWrongHeaderIsShownTheRightOne() {
        assertThat(badLines(ProductLines.write(folder, "JANコード,商品名\n1,2\n")))
                .singleElement()
                .asString()
                .startsWith("1行目: 1行目の見出しを「jan,name,");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(badLines(ProductLines.write(folder, ""))).hasToString("[ファイルが空です]");
    }

    @Test
    void aFileAsSpreadsheetsOfJapanSaveItIsRead() throws IOException {
        var file = folder.resolve("sjis.csv");
        Files.writeString(
                file,
                String.join(",", ProductCells.COLUMNS) + "\n" + good(),
                Charset.forName("windows-31j"));
        assertThat(read(file).products()).isEqualTo(read(good()).products());
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        var file = folder.resolve("bytes.csv");
        Files.write(file, new byte[] {'j', 'a', 'n', '\n', (byte) 0xFD, (byte) 0xFE});
        assertThat(badLines(file)).singleElement().asString().contains("UTF-8");
    }

    @Test
    void anOpenQuoteIsRefused() {
        var file =
                ProductLines.file(folder, good(), "\"" + good().with("jan", ProductLines.jan(2)));
        assertThat(badLines(file)).singleElement().asString().contains("引用符");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThat(badLines(folder.resolve("nothing.csv")))
                .hasToString("[ファイル「nothing.csv」を読めませんでした]");
    }

    private ProductFile read(Object... lines) {
        return read(ProductLines.file(folder, lines));
    }

    private List<BadLine> badLines(Object... lines) {
        return badLines(ProductLines.file(folder, lines));
    }

    private static List<BadLine> badLines(Path file) {
        var refused = new java.util.ArrayList<BadLine>();
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(ImportRefused.class, it -> refused.addAll(it.badLines()));
        return refused;
    }

    private static ProductFile read(Path file) {
        return ProductFile.read(
                file,
                new ProductLineRules.Known(Set.of("vegetables"), Set.of("*", "shibuya")),
                new Pictures(Map.of("vegetables", "leaf.svg")),
                checked -> {});
    }
}
