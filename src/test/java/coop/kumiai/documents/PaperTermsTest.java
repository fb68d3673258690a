package coop.kumiai.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.documents.StampDuty.Duty;
import coop.kumiai.kernel.Yen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class PaperTermsTest {
    private static final StampDuty DUTY = new StampDuty(true, Yen.of(50_000), Yen.of(200));

    @ParameterizedTest
    @CsvSource({
        "49999, false, true, TOO_SMALL",
        "50000, false, true, STAMP",
        "50000, true, true, MEMBER",
        "50000, false, false, CARD"
    })
    void stampDuty(long exTax, boolean member, boolean byCash, Duty duty) {
        assertThat(DUTY.of(Yen.of(exTax), member, byCash)).isEqualTo(duty);
    }

    @Test
    void whereMembersAreNotExemptTheyBearIt() {
        var duty = new StampDuty(false, Yen.of(50_000), Yen.of(200));
        assertThat(duty.of(Yen.of(50_000), true, true)).isEqualTo(Duty.STAMP);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-20, 2033-05-20",
        "2026-03-21, 2034-05-20",
        "2026-11-20, 2034-05-20",
        "2027-01-05, 2034-05-20"
    })
    void papersAreKeptForYearsAfterTheReturnWasDue(LocalDate day, LocalDate until) {
        assertThat(new KeepingTerms(7, 3, 20, 2).keepUntil(day)).isEqualTo(until);
    }

    @Test
    void theLastDayOfAMonthIsMeantByThirtyOne() {
        var terms = new KeepingTerms(7, 2, 31, 2);
        assertThat(terms.keepUntil(LocalDate.of(2026, 3, 1))).isEqualTo(LocalDate.of(2034, 4, 28));
    }

    @Test
    void aRegistrationNumberIsProvedBeforeItIsPrinted() {
        assertThatThrownBy(() -> new PaperSeller("みなと生活協同組合", "T8000000000002", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new PaperSeller("みなと生活協同組合", "", "", "").hasNumber()).isFalse();
    }
}
