package coop.kumiai.coupons;

import coop.kumiai.coupons.Discount.Scope;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

import java.util.List;
import java.util.Optional;

/**
 * What coupons take off, pure. Off tax-included prices, never more than is there, fractions of a
 * yen dropped (円未満切捨て); what is for goods of both rates is split in proportion to them, the
 * standard rate's part rounded down and the rest on the reduced rate.
 */
final class DiscountRules {
    private static final int WHOLE = 100;

    private DiscountRules() {}

    static Outcome apply(Coupon coupon, Basket basket) {
        if (!coupon.isGoodAt(basket.storeId())) {
            return new Outcome.NotYet(new CouponRefusal.OtherStore(coupon.title()));
        }
        var goods = basket.only(coupon.benefit().target()::has);
        if (goods.items().isEmpty()) {
            return new Outcome.NotYet(new CouponRefusal.NoGoods(coupon.title()));
        }
        var exTax = goods.exTax();
        if (exTax.isLessThan(coupon.leastExTax())) {
            return new Outcome.NotYet(below(coupon, exTax));
        }
        return discount(coupon, goods)
                .<Outcome>map(Outcome.Applies::new)
                .orElseGet(() -> new Outcome.NotYet(nothing(coupon)));
    }

    static Optional<Discount> keep(Coupon coupon, Basket basket, Discount agreed) {
        return discount(
                coupon,
                agreed.scope() == Scope.LINES
                        ? basket.only(it -> agreed.lines().contains(it.line()))
                        : basket);
    }

    /** Empty when there is nothing to take it off. */
    private static Optional<Discount> discount(Coupon coupon, Basket goods) {
        var discount =
                switch (coupon.benefit()) {
                    case Benefit.Amount amount -> ofGoods(coupon, goods, amount.yen());
                    case Benefit.Percent percent -> ofGoods(coupon, goods, part(percent, goods));
                    case Benefit.DeliveryFee fee ->
                            new Discount(
                                    coupon.id(),
                                    coupon.title(),
                                    Scope.FEE,
                                    List.of(),
                                    goods.deliveryFee(),
                                    Yen.ZERO);
                };
        return Optional.of(discount).filter(it -> !it.amount().isZero());
    }

    private static Yen part(Benefit.Percent benefit, Basket goods) {
        var part = goods.inTax().portionRoundedDown(benefit.percent(), WHOLE);
        return least(part, benefit.most());
    }

    private static Discount ofGoods(Coupon coupon, Basket goods, Yen wanted) {
        var there = goods.inTax();
        var amount = least(wanted, there);
        var standard =
                there.isZero()
                        ? Yen.ZERO
                        : amount.portionRoundedDown(
                                goods.inTax(TaxClass.STANDARD).amount(), there.amount());
        var isForAll = coupon.benefit().target().isAll();
        return new Discount(
                coupon.id(),
                coupon.title(),
                isForAll ? Scope.GOODS : Scope.LINES,
                isForAll ? List.of() : goods.items().stream().map(Basket.Item::line).toList(),
                standard,
                amount.minus(standard));
    }

    private static CouponRefusal below(Coupon coupon, Yen exTax) {
        return new CouponRefusal.BelowLeast(
                coupon.title(),
                !coupon.benefit().target().isAll(),
                coupon.leastExTax(),
                coupon.leastExTax().minus(exTax));
    }

    private static CouponRefusal nothing(Coupon coupon) {
        return coupon.benefit() instanceof Benefit.DeliveryFee
                ? new CouponRefusal.NoFee(coupon.title())
                : new CouponRefusal.NoGoods(coupon.title());
    }

    private static Yen least(Yen one, Yen other) {
        return one.isLessThan(other) ? one : other;
    }
}
