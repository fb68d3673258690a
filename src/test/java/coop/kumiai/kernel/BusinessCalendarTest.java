package coop.kumiai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class BusinessCalendarTest {
    private final BusinessCalendar calendar = BusinessCalendar.ofJapan();

    @Test
    void knowsTheHolidaysThatFollowFromOthers() {
        assertThat(calendar.holidayName(day("2026-09-21"))).contains("敬老の日");
        assertThat(calendar.isHoliday(day("2026-09-22"))).as("国民の休日 between two holidays").isTrue();
        assertThat(calendar.holidayName(day("2026-09-23"))).contains("秋分の日");
        assertThat(calendar.isHoliday(day("2026-05-06"))).as("振替休日 of a Sunday's holiday").isTrue();
        assertThat(calendar.isHoliday(day("2026-05-07"))).isFalse();
        assertThat(calendar.holidayName(day("2026-11-23"))).contains("勤労感謝の日");
    }

    @Test
    void neitherWeekendsNorHolidaysAreBusinessDays() {
        assertThat(calendar.isBusinessDay(day("2026-11-20"))).isTrue();
        assertThat(calendar.isBusinessDay(day("2026-11-21"))).as("Saturday").isFalse();
        assertThat(calendar.isBusinessDay(day("2026-11-22"))).as("Sunday").isFalse();
        assertThat(calendar.isBusinessDay(day("2026-11-23"))).as("勤労感謝の日").isFalse();
        assertThat(calendar.isBusinessDay(day("2026-11-24"))).isTrue();
    }

    @Test
    void countsBusinessDaysOverALongWeekend() {
        assertThat(calendar.plusBusinessDays(day("2026-11-20"), 1)).isEqualTo(day("2026-11-24"));
        assertThat(calendar.plusBusinessDays(day("2026-09-18"), 3)).isEqualTo(day("2026-09-28"));
        assertThat(calendar.plusBusinessDays(day("2026-05-01"), 1)).isEqualTo(day("2026-05-07"));
    }

    @Test
    void noDaysFromAHolidayIsTheNextBusinessDay() {
        assertThat(calendar.plusBusinessDays(day("2026-11-21"), 0)).isEqualTo(day("2026-11-24"));
        assertThat(calendar.plusBusinessDays(day("2026-11-24"), 0)).isEqualTo(day("2026-11-24"));
    }

    @Test
    void saysWhenItDoesNotKnowAYear() {
        assertThatThrownBy(() -> calendar.isHoliday(day("2051-01-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2050");
        assertThatThrownBy(() -> calendar.plusBusinessDays(day("2026-11-24"), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
