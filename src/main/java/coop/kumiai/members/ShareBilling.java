package coop.kumiai.members;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * 出資金の請求 (M-USE-3): promised capital is billed on a closing day and paid in a later month. A co-op
 * whose drivers collect it at the door bills nothing.
 *
 * @param billed whether there are bills
 * @param closingDay 締日 of each month; 31 means its last day
 * @param monthsLater in which month after it is paid (翌月: 1)
 * @param payDay on which day of that month at the latest; 31 means its last day
 */
@PolicyName("members.share-billing")
public record ShareBilling(boolean billed, int closingDay, int monthsLater, int payDay)
        implements Policy {
    private static final int LAST = 31;

    public ShareBilling {
        if (isNoDay(closingDay) || isNoDay(payDay) || monthsLater < 0) {
            throw new IllegalArgumentException("share billing");
        }
    }

    /** The last closing day that is not after the given day. */
    public LocalDate closingOnOrBefore(LocalDate day) {
        var thisMonth = on(YearMonth.from(day), closingDay);
        return thisMonth.isAfter(day)
                ? on(YearMonth.from(day).minusMonths(1), closingDay)
                : thisMonth;
    }

    /** Until when a bill of this closing day is paid. */
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
