package coop.kumiai.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

class ProductLineRulesTest {
    private static final ProductLineRules.Known KNOWN =
            new ProductLineRules.Known(Set.of("vegetables"), Set.of("*", "shibuya"));
    private static final LabelCells NO_LABEL = LabelCells.of(column -> "");
    private static final Pictures PICTURES = new Pictures(Map.of("vegetables", "leaf.svg"));

    @Test
    void aGoodLineIsRead() {
        var line = ProductLineRules.read(7, ProductLines.good().cells(), NO_LABEL, PICTURES);
        assertThat(ProductLineRules.reasons(ProductLines.good().cells(), KNOWN)).isEmpty();
        assertThat(line.number()).isEqualTo(7);
        assertThat(line.priceMode()).isEqualTo(PriceMode.EXCLUDED);
        assertThat(line.priceYen()).isEqualTo(248);
        assertThat(line.validFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(line.validTo()).isNull();
        assertThat(line.product().taxClass()).isEqualTo(TaxClass.REDUCED);
        assertThat(line.product().maxPerOrder()).isEqualTo(OptionalInt.empty());
        assertThat(line.product().picture()).isEqualTo("leek.svg");
        assertThat(line.product().nameWithoutPack()).isEqualTo("長ねぎ");
    }

    @Test
    void widthAndKanaOfTheReadingArePutRight() {
        var line = ProductLines.good().with("reading", "ながﾈｷﾞ").with("jan", "４５９９０００００００１２");
        assertThat(ProductLineRules.reasons(line.cells(), KNOWN)).isEmpty();
        assertThat(ProductLineRules.read(2, line.cells(), NO_LABEL, PICTURES).product().reading())
                .isEqualTo("ナガネギ");
    }

    @ParameterizedTest
    @CsvSource({
        "jan, 4599000000016, jan",
        "jan, '', jan",
        "name, '', 商品名",
        "name, ' ', 商品名",
        "reading, 長ねぎ, カタカナ",
        "reading, '', よみ",
        "category, gold, gold",
        "unit, '', 規格",
        "price_mode, both, incl",
        "price_yen, 0, 整数",
        "price_yen, -5, 整数",
        "price_yen, 19.8, 整数",
        "price_yen, 99999999999999999999, 整数",
        "price_yen, '', 整数",
        "tax_class, none, standard",
        "store, osaka, osaka",
        "store, '', 店舗",
        "valid_from, 2026/01/01, 日付",
        "valid_from, 2026-02-30, 2026-02-30",
        "valid_from, '', 日付",
        "valid_to, tomorrow, 日付",
        "valid_to, 2025-12-31, より前",
        "max_per_order, 0, 整数",
        "max_per_order, many, 整数",
        "sold_by_weight, yes, 量り売り",
        "sold_by_weight, 1, 目安の重さ",
        "alcohol, '', 酒類",
        "alcohol, 1, 軽減税率",
        "shelf, '', 棚"
    })
    void aBadCellIsNamedWithItsReason(String column, String cell, String said) {
        var reasons =
                ProductLineRules.reasons(ProductLines.good().with(column, cell).cells(), KNOWN);
        assertThat(reasons).singleElement().asString().contains(said);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var line =
                ProductLines.good()
                        .with("jan", "1")
                        .with("price_yen", "x")
                        .with("store", "nowhere");
        assertThat(ProductLineRules.reasons(line.cells(), KNOWN)).hasSize(3);
    }

    @Test
    void markupInACellIsText() {
        var line = ProductLines.good().with("name", "<script>alert(1)</script> 1本");
        assertThat(ProductLineRules.reasons(line.cells(), KNOWN)).isEmpty();
    }
}
