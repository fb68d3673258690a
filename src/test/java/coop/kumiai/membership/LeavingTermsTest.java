package coop.kumiai.membership;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class LeavingTermsTest {
    @ParameterizedTest
    @Rule("M-LEAVE-1")
    @CsvSource({
        "3, 31, 2026-12-31, 2027-03-31",
        "3, 31, 2027-01-01, 2028-03-31",
        "3, 20, 2026-12-20, 2027-03-20",
        "3, 20, 2026-12-21, 2028-03-20",
        "2, 31, 2027-11-20, 2028-02-29",
        "12, 31, 2026-11-20, 2027-12-31"
    })
    void aWithdrawalTakesEffectAtTheEndOfAFiscalYearAfterNinetyDays(
            int month, int day, LocalDate noticed, LocalDate effective) {
        assertThat(new LeavingTerms(90, month, day).effectiveOn(noticed)).isEqualTo(effective);
    }
}
