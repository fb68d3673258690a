package coop.kumiai.orders;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Product;
import coop.kumiai.coupons.Basket;
import coop.kumiai.coupons.Coupon;
import coop.kumiai.coupons.CouponRefusal;
import coop.kumiai.coupons.Coupons;
import coop.kumiai.coupons.Discount;
import coop.kumiai.coupons.Outcome;
import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the coupon of an order takes off: of a cart, of a change, and of what was picked. It touches
 * nothing but money.
 */
@Component
public class OrderCoupons {
    private final Coupons coupons;
    private final Catalog catalog;

    OrderCoupons(Coupons coupons, Catalog catalog) {
        this.coupons = coupons;
        this.catalog = catalog;
    }

    /**
     * The money of an order with its coupon.
     *
     * @param lost the coupon that it had before and has no more
     */
    public record Changed(OrderTotals totals, Optional<LostCoupon> lost) {}

    /**
     * The money of an order after a change by its member. The coupon stays the one that was
     * confirmed (N-CPN-2), also when its last day has passed meanwhile; but its least and its goods
     * are asked for anew.
     *
     * @param totals of the changed goods, without a coupon
     */
    public Changed changed(
            CoopId coop, Order order, String storeId, OrderTotals totals, List<OrderLine> after) {
        var before = order.current().totals().discount();
        if (before.isEmpty()) {
            return new Changed(totals, Optional.empty());
        }
        var coupon = coupons.get(coop, before.get().couponId());
        var basket = basket(storeId, totals, after, categories(coop, coupon, after));
        return switch (coupon.appliedTo(basket)) {
            case Outcome.Applies(Discount discount) ->
                    new Changed(totals.less(Optional.of(discount)), Optional.empty());
            case Outcome.NotYet(CouponRefusal why) ->
                    new Changed(totals, Optional.of(new LostCoupon(before.get(), why)));
        };
    }

    /**
     * The money of what was picked: shortages and weights lose no coupon (N-PICK-3).
     *
     * @param totals of what was picked, without a coupon
     */
    OrderTotals picked(CoopId coop, Order order, OrderTotals totals, List<OrderLine> found) {
        return totals.less(
                order.current()
                        .totals()
                        .discount()
                        .flatMap(
                                agreed ->
                                        coupons.get(coop, agreed.couponId())
                                                .keptOn(
                                                        basket(
                                                                order.slot().storeId(),
                                                                totals,
                                                                found,
                                                                Map.of()),
                                                        withSubstitutes(agreed, found))));
    }

    /** What was put in for a line that the coupon is for counts as that line (N-PICK-2). */
    private static Discount withSubstitutes(Discount agreed, List<OrderLine> found) {
        var lines = new ArrayList<>(agreed.lines());
        found.stream()
                .filter(it -> it.insteadOf().isPresent())
                .filter(it -> agreed.lines().contains(it.insteadOf().getAsInt()))
                .map(OrderLine::number)
                .filter(it -> !agreed.lines().contains(it))
                .forEach(lines::add);
        return new Discount(
                agreed.couponId(),
                agreed.title(),
                agreed.scope(),
                lines,
                agreed.standard(),
                agreed.reduced());
    }

    /** What a coupon looks at; a product without its category is in none. */
    static Basket basket(
            String storeId,
            OrderTotals totals,
            List<OrderLine> lines,
            Map<Jan, String> categories) {
        return new Basket(
                storeId,
                lines.stream()
                        .map(
                                line ->
                                        new Basket.Item(
                                                line.number(),
                                                line.jan(),
                                                categories.getOrDefault(line.jan(), ""),
                                                line.taxClass(),
                                                line.price()))
                        .toList(),
                totals.deliveryFee(),
                totals.rates());
    }

    private Map<Jan, String> categories(CoopId coop, Coupon coupon, List<OrderLine> lines) {
        return coupon.benefit().target().categories().isEmpty()
                ? Map.of()
                : catalog.products(coop, lines.stream().map(OrderLine::jan).toList()).stream()
                        .collect(toMap(Product::jan, Product::category));
    }
}
