package coop.kumiai.coupons;

import static coop.kumiai.coupons.CouponSamples.amount;
import static coop.kumiai.coupons.CouponSamples.basket;
import static coop.kumiai.coupons.CouponSamples.reduced;
import static coop.kumiai.coupons.CouponSamples.standard;
import static coop.kumiai.kernel.PriceMode.EXCLUDED;
import static coop.kumiai.kernel.PriceMode.INCLUDED;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.Benefit.Target;
import coop.kumiai.coupons.Discount.Scope;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

class DiscountRulesTest {
    @Test
    @DisplayName("二つの税率の商品からは、税込の金額に比例して引く")
    void whatIsForBothRatesIsSplitInProportion() {
        var basket = basket(standard(1, INCLUDED, 1100), reduced(2, EXCLUDED, 2000));
        var discount = taken(amount(100), basket);
        assertThat(discount.standard()).isEqualTo(Yen.of(33));
        assertThat(discount.reduced()).isEqualTo(Yen.of(67));
        assertThat(discount.scope()).isEqualTo(Scope.GOODS);
    }

    @ParameterizedTest
    @CsvSource({"999, 999", "1000, 1000", "1001, 1000", "50000, 1000"})
    @DisplayName("商品より大きいクーポンは、商品の分だけ引く")
    void neverMoreThanTheGoodsComeTo(long coupon, long taken) {
        var basket = basket(standard(1, INCLUDED, 500), reduced(2, INCLUDED, 500));
        assertThat(taken(amount(coupon), basket).amount()).isEqualTo(Yen.of(taken));
    }

    @ParameterizedTest
    @CsvSource({"999, 99", "1000, 100", "1009, 100", "2999, 299", "3000, 300", "3010, 300"})
    @DisplayName("割合の値引きは円未満切捨てで、上限まで")
    void aPercentageDropsFractionsAndHasAMost(long goods, long taken) {
        var tenPercent = new Benefit.Percent(10, Yen.of(300), Target.ALL);
        var discount = taken(CouponSamples.of(tenPercent), basket(reduced(1, INCLUDED, goods)));
        assertThat(discount.amount()).isEqualTo(Yen.of(taken));
    }

    @Test
    @DisplayName("対象商品のクーポンは、その行より大きくても、その行の分だけ引く")
    void aCouponLargerThanItsLineTakesTheLine() {
        var onSoap = new Target(Set.of(CouponSamples.SOAP), Set.of());
        var basket = basket(standard(1, INCLUDED, 300), reduced(2, INCLUDED, 5000));
        var discount = taken(CouponSamples.of(new Benefit.Amount(Yen.of(500), onSoap)), basket);
        assertThat(discount.standard()).isEqualTo(Yen.of(300));
        assertThat(discount.reduced()).isEqualTo(Yen.ZERO);
        assertThat(discount.scope()).isEqualTo(Scope.LINES);
        assertThat(discount.lines()).containsExactly(1);
    }

    @Test
    @DisplayName("売場のクーポンは、その売場の商品だけから引く")
    void aCouponOfACategoryIsForItsGoodsOnly() {
        var onRice = new Target(Set.of(), Set.of("rice"));
        var basket = basket(standard(1, INCLUDED, 300), reduced(2, INCLUDED, 800));
        var coupon = CouponSamples.of(new Benefit.Percent(50, Yen.of(1000), onRice));
        assertThat(taken(coupon, basket).reduced()).isEqualTo(Yen.of(400));
        assertThat(taken(coupon, basket).standard()).isEqualTo(Yen.ZERO);
        assertThat(why(coupon, basket(standard(1, INCLUDED, 300))))
                .isInstanceOf(CouponRefusal.NoGoods.class);
    }

    @Test
    @DisplayName("配達手数料のクーポンは、手数料だけを引き、ないときは使わずに残る")
    void aFeeCouponTakesTheFeeAndNothingElse() {
        var coupon = CouponSamples.of(new Benefit.DeliveryFee());
        var discount = taken(coupon, basket(reduced(1, INCLUDED, 2000)));
        assertThat(discount.standard()).isEqualTo(CouponSamples.FEE);
        assertThat(discount.reduced()).isEqualTo(Yen.ZERO);
        var free =
                new Basket(
                        "shibuya", List.of(reduced(1, INCLUDED, 2000)), Yen.ZERO, basket().rates());
        assertThat(why(coupon, free)).isInstanceOf(CouponRefusal.NoFee.class);
    }

    @ParameterizedTest
    @CsvSource({"1999, 1", "2000, 0", "2001, 0"})
    @Rule("N-CPN-1")
    @DisplayName("下限は税抜の商品合計で、ちょうどから使える")
    void theLeastIsMeantBeforeTax(long exTax, long missing) {
        var coupon = amount(300).least(2000);
        var basket = basket(reduced(1, EXCLUDED, exTax));
        if (missing == 0) {
            assertThat(taken(coupon, basket).amount()).isEqualTo(Yen.of(300));
        } else {
            assertThat(why(coupon, basket))
                    .isInstanceOfSatisfying(
                            CouponRefusal.BelowLeast.class,
                            it -> assertThat(it.missing()).isEqualTo(Yen.of(missing)));
        }
    }

    @Test
    void theLeastOfSingleGoodsIsOfThemAlone() {
        var onSoap = new Target(Set.of(CouponSamples.SOAP), Set.of());
        var coupon = CouponSamples.of(new Benefit.Amount(Yen.of(50), onSoap)).least(500);
        var basket = basket(standard(1, EXCLUDED, 499), reduced(2, EXCLUDED, 3000));
        assertThat(why(coupon, basket)).isInstanceOf(CouponRefusal.BelowLeast.class);
    }

    @Test
    void aCouponOfAnotherStoreTakesNothing() {
        var basket = basket(reduced(1, INCLUDED, 2000));
        assertThat(taken(amount(100).at("shibuya"), basket).amount()).isEqualTo(Yen.of(100));
        assertThat(why(amount(100).at("meguro"), basket))
                .isInstanceOf(CouponRefusal.OtherStore.class);
    }

    @Test
    @Rule("N-PICK-3")
    @DisplayName("品切れで下限を割っても、クーポンは残る")
    void aShortageLosesNoCoupon() {
        var coupon = amount(300).least(2000).coupon();
        var agreed = agreed(coupon, basket(reduced(1, EXCLUDED, 2000)));
        assertThat(coupon.keptOn(basket(reduced(1, EXCLUDED, 1000)), agreed))
                .get()
                .extracting(Discount::amount)
                .isEqualTo(Yen.of(300));
        assertThat(coupon.keptOn(basket(reduced(1, EXCLUDED, 0)), agreed)).isEmpty();
    }

    @Test
    @Rule("N-PICK-3")
    @DisplayName("代わりの品にも、その行のクーポンがかかる")
    void whatTakesThePlaceOfALineCountsAsThatLine() {
        var onSoap = new Target(Set.of(CouponSamples.SOAP), Set.of());
        var coupon = CouponSamples.of(new Benefit.Amount(Yen.of(50), onSoap)).coupon();
        var agreed = agreed(coupon, basket(standard(1, INCLUDED, 300), reduced(2, INCLUDED, 2000)));
        var other =
                new Basket.Item(
                        1,
                        new Jan("4599000001033"),
                        "daily",
                        standard(1, INCLUDED, 1).taxClass(),
                        standard(1, INCLUDED, 280).price());
        assertThat(coupon.keptOn(basket(other, reduced(2, INCLUDED, 2000)), agreed))
                .get()
                .extracting(Discount::standard)
                .isEqualTo(Yen.of(50));
    }

    private static Discount agreed(Coupon coupon, Basket basket) {
        return ((Outcome.Applies) coupon.appliedTo(basket)).discount();
    }

    private static Discount taken(CouponSamples sample, Basket basket) {
        return agreed(sample.coupon(), basket);
    }

    private static CouponRefusal why(CouponSamples sample, Basket basket) {
        return ((Outcome.NotYet) sample.coupon().appliedTo(basket)).why();
    }
}
