package coop.kumiai.coupons;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a coupon that staff make has to be, pure. */
final class DeskRules {
    /** As many characters as fit a line of a receipt. */
    static final int MOST_TITLE = 24;

    private static final int WHOLE = 100;

    private DeskRules() {}

    static List<DeskRefusal> making(NewCoupon wanted, LocalDate today) {
        var refusals = new ArrayList<DeskRefusal>();
        var length = JapaneseText.length(wanted.title());
        if (length == 0 || length > MOST_TITLE) {
            refusals.add(new DeskRefusal.TitleDoesNotFit(MOST_TITLE));
        }
        refusals.addAll(benefit(wanted.benefit()));
        var earliest = wanted.from().isAfter(today) ? wanted.from() : today;
        if (wanted.until().isBefore(earliest)) {
            refusals.add(new DeskRefusal.PeriodDoesNotFit(earliest));
        }
        if (wanted.mostUses().isPresent() && wanted.mostUses().getAsInt() < 1) {
            refusals.add(new DeskRefusal.NoCount("mostUses"));
        }
        if (wanted.mostOfMember() < 1) {
            refusals.add(new DeskRefusal.NoCount("mostOfMember"));
        }
        return refusals;
    }

    private static List<DeskRefusal> benefit(Benefit benefit) {
        return switch (benefit) {
            case Benefit.Amount amount -> amount(amount.yen());
            case Benefit.Percent percent -> {
                var refusals = new ArrayList<>(amount(percent.most()));
                if (percent.percent() < 1 || percent.percent() > WHOLE) {
                    refusals.add(new DeskRefusal.NoPercentage());
                }
                yield refusals;
            }
            case Benefit.DeliveryFee fee -> List.of();
        };
    }

    private static List<DeskRefusal> amount(Yen yen) {
        return yen.isMoreThan(Yen.ZERO) ? List.of() : List.of(new DeskRefusal.NoAmount());
    }
}
