package coop.kumiai.office;

import coop.kumiai.coupons.Coupon;
import coop.kumiai.coupons.CouponText;
import coop.kumiai.coupons.MadeCoupon;
import coop.kumiai.kernel.JapaneseDates;

import java.time.LocalDate;

/** A coupon as staff see it on a day. */
public record CouponRow(MadeCoupon made, CouponText text, LocalDate today) {

    /** {@code 11/20(金)〜11/30(月)}. */
    public String period() {
        var coupon = made.coupon();
        return JapaneseDates.day(coupon.from()) + "〜" + JapaneseDates.day(coupon.until());
    }

    /** {@code 12回}, or {@code 12回（100回まで）}. */
    public String uses() {
        var most = made.coupon().mostUses();
        return most.isEmpty()
                ? "%,d回".formatted(made.uses())
                : "%,d回（%,d回まで）".formatted(made.uses(), most.getAsInt());
    }

    public String state() {
        var coupon = made.coupon();
        if (coupon.stopped()) {
            return "止めました";
        }
        if (coupon.hasEnded(today)) {
            return "終わりました";
        }
        return today.isBefore(coupon.from()) ? "これから" : "使えます";
    }

    public boolean canBeStopped() {
        return !made.coupon().stopped() && !made.coupon().hasEnded(today);
    }

    public boolean canBeGiven() {
        return canBeStopped() && made.coupon().audience() != Coupon.Audience.ALL;
    }
}
