package coop.kumiai.kernel;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * 締日とお支払日: something is closed on a day of each month and paid in a later one.
 *
 * @param closingDay 締日 of each month; 31 means its last day
 * @param monthsLater in which month after it is paid (翌月: 1)
 * @param payDay on which day of that month at the latest; 31 means its last day
 */
public record MonthlyClosing(int closingDay, int monthsLater, int payDay) {
    private static final int LAST = 31;

    public MonthlyClosing {
        require(closingDay, monthsLater, payDay);
    }

    /**
     * Refuses days that no month has, and a payment before the closing.
     *
     * @throws IllegalArgumentException then
     */
    public static void require(int closingDay, int monthsLater, int payDay) {
        if (isNoDay(closingDay) || isNoDay(payDay) || monthsLater < 0) {
            throw new IllegalArgumentException("closing days");
        }
        if (monthsLater == 0 && payDay < closingDay) {
            throw new IllegalArgumentException("paid before it is closed");
        }
    }

    /** The last closing day that is not after the given day. */
    public LocalDate onOrBefore(LocalDate day) {
        var thisMonth = on(YearMonth.from(day), closingDay);
        return thisMonth.isAfter(day)
                ? on(YearMonth.from(day).minusMonths(1), closingDay)
                : thisMonth;
    }

    /** Until when what was closed on this day is paid. */
    public LocalDate payBy(LocalDate closing) {
        return on(YearMonth.from(closing).plusMonths(monthsLater), payDay);
    }

    private static LocalDate on(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private static boolean isNoDay(int day) {
        return day < 1 || day > LAST;
    }
}
