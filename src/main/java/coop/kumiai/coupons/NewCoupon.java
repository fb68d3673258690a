package coop.kumiai.coupons;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** The terms of a coupon that staff are about to make, as {@link Coupon} explains them. */
public record NewCoupon(
        String title,
        Benefit benefit,
        Yen leastExTax,
        Set<String> stores,
        Coupon.Audience audience,
        LocalDate from,
        LocalDate until,
        OptionalInt mostUses,
        int mostOfMember) {

    Coupon as(UUID id) {
        return new Coupon(
                id,
                title,
                benefit,
                leastExTax,
                stores,
                audience,
                from,
                until,
                mostUses,
                mostOfMember,
                false);
    }
}
