package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class BirthDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({
        "19710401, 1971-04-01",
        "1971-04-01, 1971-04-01",
        "1971/4/1, 1971-04-01",
        "1971.4.1, 1971-04-01",
        "1971年4月1日, 1971-04-01",
        "１９７１年　４月　１日, 1971-04-01",
        "昭和46年4月1日, 1971-04-01",
        "昭和４６年０４月０１日, 1971-04-01",
        "S46.4.1, 1971-04-01",
        "s46/4/1, 1971-04-01",
        "S460401, 1971-04-01",
        "ｓ４６．４．１, 1971-04-01",
        "大正15年12月24日, 1926-12-24",
        "昭和元年12月25日, 1926-12-25",
        "昭和64年1月7日, 1989-01-07",
        "平成元年1月8日, 1989-01-08",
        "令和元年5月1日, 2019-05-01",
        "R1.5.1, 2019-05-01",
        "2000-02-29, 2000-02-29",
        "2026-11-20, 2026-11-20"
    })
    void isReadHoweverItWasTyped(String typed, LocalDate day) {
        assertThat(BirthDate.read(typed, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "460401",
                "1971-13-01",
                "1971-02-30",
                "1900-02-29",
                "平成31年5月1日",
                "昭和65年1月1日",
                "昭和0年1月1日",
                "2026-11-21",
                "令和99年1月1日",
                "1850-01-01",
                "明治元年10月23日",
                "' or 1=1 --",
                "<b>1971-04-01</b>",
                "1971-04-01-01"
            })
    void isNothingElse(String typed) {
        assertThat(BirthDate.read(typed, TODAY)).isEmpty();
        assertThat(BirthDate.read(typed.repeat(1_000) + "1", TODAY)).isEmpty();
    }

    @Test
    void isPrintedInBothCalendars() {
        assertThat(BirthDate.print(LocalDate.of(1971, 4, 1))).isEqualTo("1971年4月1日（昭和46年4月1日）");
        assertThat(BirthDate.wareki(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
        assertThat(BirthDate.wareki(LocalDate.of(1989, 1, 7))).isEqualTo("昭和64年1月7日");
        assertThat(BirthDate.wareki(LocalDate.of(2029, 1, 1))).isEqualTo("令和11年1月1日");
    }
}
