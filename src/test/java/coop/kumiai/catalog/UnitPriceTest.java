package coop.kumiai.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.Yen;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitPriceTest {
    @ParameterizedTest
    @CsvSource({
        "400g, 160, '100gあたり 40円'",
        "1kg, 298, '100gあたり 29円'",
        "82.5g, 321, '100gあたり 389円'",
        "40g×3, 106, '100gあたり 88円'",
        "8g×8本, 321, '100gあたり 501円'",
        "1000ml, 235, '100mlあたり 23円'",
        "2L×6本, 537, '100mlあたり 4円'",
        "1.5L, 192, '100mlあたり 12円'",
        "10個入, 257, '1個あたり 25円'",
        "5箱入, 437, '1箱あたり 87円'",
        "12ロール, 547, '1ロールあたり 45円'",
    })
    void packsOfDifferentSizesCanBeCompared(String unit, long yen, String said) {
        assertThat(UnitPrice.of(unit, Yen.of(yen)).orElseThrow()).hasToString(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1個", "1本", "1/4株", "1パック", "8皿分", "25cm×8m", "4枚×3連", "", "g"})
    void aPackWithoutAKnownSizeHasNone(String unit) {
        assertThat(UnitPrice.of(unit, Yen.of(100))).isEmpty();
    }
}
