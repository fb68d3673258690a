package coop.kumiai.wallet;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalDate;

/**
 * ポイントの期限 (B-PT-1, X-WAL-1).
 *
 * @param keptByPurchases whether all points live on until so many days after the last purchase;
 *     else each lot has a last day of its own
 * @param days after the last purchase, or after the points were granted
 * @param renewed whether points that come back from a refund after their last day get a new one;
 *     else they lapse
 * @param renewedDays after the refund
 */
@PolicyName("wallet.points")
public record PointTerms(boolean keptByPurchases, int days, boolean renewed, int renewedDays)
        implements Policy {
    public PointTerms {
        if (days <= 0 || renewedDays <= 0) {
            throw new IllegalArgumentException("point terms");
        }
    }

    /** The last day of points that are granted on this one. */
    LocalDate lastDay(LocalDate granted) {
        return keptByPurchases ? Account.NO_DAY : granted.plusDays(days);
    }

    /** Until when, this day included, a lot is good. */
    LocalDate goodUntil(Lot lot, LocalDate pointsFrom) {
        return lot.lastDay().equals(Account.NO_DAY) ? pointsFrom.plusDays(days) : lot.lastDay();
    }
}
