package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class ShareBillingTest {
    @ParameterizedTest
    @Rule("M-USE-3")
    @CsvSource({
        "20, 27, 2026-11-20, 2026-11-20, 2026-12-27",
        "20, 27, 2026-11-19, 2026-10-20, 2026-11-27",
        "20, 27, 2026-12-31, 2026-12-20, 2027-01-27",
        "31, 31, 2026-02-28, 2026-02-28, 2026-03-31",
        "31, 31, 2026-03-30, 2026-02-28, 2026-03-31",
        "31, 31, 2028-03-01, 2028-02-29, 2028-03-31",
        "30, 30, 2027-01-30, 2027-01-30, 2027-02-28"
    })
    void capitalIsBilledOnTheClosingDayAndPaidTheMonthAfter(
            int closingDay, int payDay, LocalDate today, LocalDate closing, LocalDate payBy) {
        var billing = new ShareBilling(true, closingDay, 1, payDay);
        assertThat(billing.closingOnOrBefore(today)).isEqualTo(closing);
        assertThat(billing.payBy(closing)).isEqualTo(payBy);
    }
}
