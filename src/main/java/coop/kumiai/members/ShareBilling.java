package coop.kumiai.members;

import coop.kumiai.kernel.MonthlyClosing;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalDate;

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

    public ShareBilling {
        MonthlyClosing.require(closingDay, monthsLater, payDay);
    }

    /** The last closing day that is not after the given day. */
    public LocalDate closingOnOrBefore(LocalDate day) {
        return calendar().onOrBefore(day);
    }

    /** Until when a bill of this closing day is paid. */
    public LocalDate payBy(LocalDate closing) {
        return calendar().payBy(closing);
    }

    private MonthlyClosing calendar() {
        return new MonthlyClosing(closingDay, monthsLater, payDay);
    }
}
