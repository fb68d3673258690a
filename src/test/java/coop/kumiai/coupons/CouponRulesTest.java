package coop.kumiai.coupons;

import static coop.kumiai.coupons.CouponSamples.FROM;
import static coop.kumiai.coupons.CouponSamples.UNTIL;
import static coop.kumiai.coupons.CouponSamples.amount;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.coupons.Coupon.Audience;
import coop.kumiai.coupons.CouponRules.Standing;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouponRulesTest {
    private static final Standing NEW = new Standing(0, 0, false, false);

    @Test
    @Rule("N-CPN-3")
    @DisplayName("初日と最終日は使え、その前と後は使えない")
    void firstAndLastDayCount() {
        var coupon = amount(100).coupon();
        assertThat(CouponRules.refusal(coupon, NEW, FROM.minusDays(1)))
                .containsInstanceOf(CouponRefusal.NotYetValid.class);
        assertThat(CouponRules.refusal(coupon, NEW, FROM)).isEmpty();
        assertThat(CouponRules.refusal(coupon, NEW, UNTIL)).isEmpty();
        assertThat(CouponRules.refusal(coupon, NEW, UNTIL.plusDays(1)))
                .containsInstanceOf(CouponRefusal.Expired.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, false", "3, false"})
    void aMemberUsesItAsOftenAsItSays(int used, boolean usable) {
        var coupon = amount(100).ofMember(2).coupon();
        assertThat(CouponRules.refusal(coupon, new Standing(used, 0, false, false), FROM).isEmpty())
                .isEqualTo(usable);
    }

    @ParameterizedTest
    @CsvSource({"9, true", "10, false"})
    void allTogetherUseItAsOftenAsItSays(int used, boolean usable) {
        var coupon = amount(100).uses(10).coupon();
        assertThat(CouponRules.refusal(coupon, new Standing(0, used, false, false), FROM).isEmpty())
                .isEqualTo(usable);
    }

    @Test
    @Rule("N-CPN-3")
    @DisplayName("メール会員のクーポンは、受け取っている方か、もう受け取った方のもの")
    void aSubscribersCouponIsForSubscribers() {
        var coupon = amount(100).audience(Audience.SUBSCRIBERS).coupon();
        assertThat(CouponRules.refusal(coupon, NEW, FROM))
                .containsInstanceOf(CouponRefusal.SubscribersOnly.class);
        assertThat(CouponRules.refusal(coupon, new Standing(0, 0, false, true), FROM)).isEmpty();
        assertThat(CouponRules.refusal(coupon, new Standing(0, 0, true, false), FROM)).isEmpty();
    }

    @Test
    void whatWasGivenIsForWhoeverItWasGivenTo() {
        var coupon = amount(100).audience(Audience.GIVEN).coupon();
        assertThat(CouponRules.refusal(coupon, NEW, FROM))
                .containsInstanceOf(CouponRefusal.NotGiven.class);
        assertThat(CouponRules.refusal(coupon, new Standing(0, 0, true, false), FROM)).isEmpty();
    }

    @Test
    void whatWasStoppedIsForNobody() {
        assertThat(CouponRules.refusal(amount(100).coupon(true), NEW, FROM))
                .containsInstanceOf(CouponRefusal.Stopped.class);
    }
}
