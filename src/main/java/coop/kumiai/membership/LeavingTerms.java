package coop.kumiai.membership;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * 脱退の規程: free withdrawal takes effect at the end of a fiscal year, after a notice (生協法 第19条; the
 * articles of each co-op fix its year).
 *
 * @param noticeDays how long before the end of the year notice is given (予告)
 * @param yearEndMonth the month in which the fiscal year ends
 * @param yearEndDay on which day of it; 31 means its last
 */
@PolicyName("membership.leaving")
public record LeavingTerms(int noticeDays, int yearEndMonth, int yearEndDay) implements Policy {
    private static final int LONGEST_MONTH = 31;

    public LeavingTerms {
        Month.of(yearEndMonth);
        if (noticeDays < 0 || yearEndDay < 1 || yearEndDay > LONGEST_MONTH) {
            throw new IllegalArgumentException("leaving terms");
        }
    }

    /**
     * The end of the fiscal year with which a withdrawal takes effect that was noticed on a day.
     */
    public LocalDate effectiveOn(LocalDate noticed) {
        var earliest = noticed.plusDays(noticeDays);
        var end = endIn(earliest.getYear());
        return end.isBefore(earliest) ? endIn(earliest.getYear() + 1) : end;
    }

    private LocalDate endIn(int year) {
        var month = YearMonth.of(year, yearEndMonth);
        return month.atDay(Math.min(yearEndDay, month.lengthOfMonth()));
    }
}
