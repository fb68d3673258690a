package coop.kumiai.documents;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How long papers are kept (保存期間): so many years after the tax return of the fiscal year was due
 * (消費税法施行令50条、電子帳簿保存法).
 *
 * @param yearEndMonth the month that the fiscal year (事業年度) ends in
 * @param yearEndDay its day; 31 means the last
 * @param filingMonths how long after that the return is due
 */
@PolicyName("documents.keeping")
public record KeepingTerms(int years, int yearEndMonth, int yearEndDay, int filingMonths)
        implements Policy {
    public KeepingTerms {
        if (years < 1 || filingMonths < 0 || yearEndDay < 1 || yearEndDay > 31) {
            throw new IllegalArgumentException("no such keeping");
        }
        YearMonth.of(2000, yearEndMonth);
    }

    /** The last day on which a paper of this day must be there. */
    public LocalDate keepUntil(LocalDate day) {
        var end = yearEnd(day.getYear());
        var ofThisYear = day.isAfter(end) ? yearEnd(day.getYear() + 1) : end;
        return ofThisYear.plusMonths(filingMonths).plusYears(years);
    }

    private LocalDate yearEnd(int year) {
        var month = YearMonth.of(year, yearEndMonth);
        return month.atDay(Math.min(yearEndDay, month.lengthOfMonth()));
    }
}
