package coop.kumiai.billing;

import coop.kumiai.kernel.MonthlyClosing;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalDate;

/**
 * 締日とお支払日: statements are closed on a day of each month and paid in a later one.
 *
 * @param used whether the co-op makes statements at all
 * @param closingDay 締日 of each month; 31 means its last day
 * @param monthsLater in which month after it is paid (翌月: 1)
 * @param payDay on which day of that month at the latest; 31 means its last day
 */
@PolicyName("billing.closing")
public record ClosingTerms(boolean used, int closingDay, int monthsLater, int payDay)
        implements Policy {

    public ClosingTerms {
        MonthlyClosing.require(closingDay, monthsLater, payDay);
    }

    /** The last closing day that is not after the given day. */
    public LocalDate closingOnOrBefore(LocalDate day) {
        return calendar().onOrBefore(day);
    }

    /** Until when a statement of this closing day is paid. */
    public LocalDate payBy(LocalDate closing) {
        return calendar().payBy(closing);
    }

    private MonthlyClosing calendar() {
        return new MonthlyClosing(closingDay, monthsLater, payDay);
    }
}
