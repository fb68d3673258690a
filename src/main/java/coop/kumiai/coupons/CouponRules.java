package coop.kumiai.coupons;

import java.time.LocalDate;
import java.util.Optional;

/** Who may use a coupon and when, pure (N-CPN-1, N-CPN-3). */
final class CouponRules {
    private CouponRules() {}

    /**
     * How a coupon stands with a member.
     *
     * @param usesOfMember orders of the member that have taken it
     * @param usesInAll orders that have taken it; counted only where there is a most
     * @param given whether the member has been given it
     * @param subscribes whether the member gets the newsletter now
     */
    record Standing(int usesOfMember, int usesInAll, boolean given, boolean subscribes) {}

    /** Why the member cannot use it on a day, whatever the goods; empty when they can. */
    static Optional<CouponRefusal> refusal(Coupon coupon, Standing standing, LocalDate today) {
        var title = coupon.title();
        if (coupon.stopped()) {
            return Optional.of(new CouponRefusal.Stopped(title));
        }
        if (coupon.hasEnded(today)) {
            return Optional.of(new CouponRefusal.Expired(title, coupon.until()));
        }
        if (today.isBefore(coupon.from())) {
            return Optional.of(new CouponRefusal.NotYetValid(title, coupon.from()));
        }
        return foreign(coupon, standing).or(() -> used(coupon, standing));
    }

    private static Optional<CouponRefusal> foreign(Coupon coupon, Standing standing) {
        return switch (coupon.audience()) {
            case ALL -> Optional.empty();
            case SUBSCRIBERS ->
                    standing.subscribes() || standing.given()
                            ? Optional.empty()
                            : Optional.of(new CouponRefusal.SubscribersOnly(coupon.title()));
            case GIVEN ->
                    standing.given()
                            ? Optional.empty()
                            : Optional.of(new CouponRefusal.NotGiven(coupon.title()));
        };
    }

    private static Optional<CouponRefusal> used(Coupon coupon, Standing standing) {
        if (standing.usesOfMember() >= coupon.mostOfMember()) {
            return Optional.of(
                    new CouponRefusal.UsedByMember(coupon.title(), coupon.mostOfMember()));
        }
        return coupon.mostUses().isPresent() && standing.usesInAll() >= coupon.mostUses().getAsInt()
                ? Optional.of(
                        new CouponRefusal.UsedUp(coupon.title(), coupon.mostUses().getAsInt()))
                : Optional.empty();
    }
}
