package coop.kumiai.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class CsvTextTest {
    @Test
    void aSpreadsheetReadsIt() {
        var lines = List.of(List.of("日付", "内容"), List.of("2026-11-20", "米, \"新\"\n5kg"));
        assertThat(CsvText.of(lines))
                .isEqualTo("\uFEFF日付,内容\r\n2026-11-20,\"米, \"\"新\"\"\n5kg\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1|'=1+1",
                "+81|'+81",
                "-cmd|'-cmd",
                "@SUM|'@SUM",
                "＝1|'＝1",
                "-1500|-1500",
                "1500|1500",
                "=a,b|\"'=a,b\""
            })
    void whatSomebodyTypedIsNoFormula(String typed, String written) {
        assertThat(CsvText.of(List.of(List.of(typed)))).isEqualTo("\uFEFF" + written + "\r\n");
    }
}
