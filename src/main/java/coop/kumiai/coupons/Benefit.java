package coop.kumiai.coupons;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.Yen;

import java.util.Set;

/** What a coupon takes off, always of prices with their tax (税込価格からの値引き). */
public sealed interface Benefit {

    /** So many yen, and never more than the goods that it is for come to. */
    record Amount(Yen yen, Target target) implements Benefit {}

    /**
     * So many percent of the goods that it is for, fractions of a yen dropped, up to a most.
     *
     * @param most 上限
     */
    record Percent(int percent, Yen most, Target target) implements Benefit {}

    /** 配達手数料 as a whole. */
    record DeliveryFee() implements Benefit {}

    /** The goods that it is for: all of them where the fee is what it takes off. */
    default Target target() {
        return Target.ALL;
    }

    /**
     * Goods that a coupon is for.
     *
     * @param products single ones
     * @param categories whole 売場, by code
     */
    record Target(Set<Jan> products, Set<String> categories) {
        public static final Target ALL = new Target(Set.of(), Set.of());

        public Target {
            products = Set.copyOf(products);
            categories = Set.copyOf(categories);
        }

        public boolean isAll() {
            return products.isEmpty() && categories.isEmpty();
        }

        boolean has(Basket.Item item) {
            return isAll() || products.contains(item.jan()) || categories.contains(item.category());
        }
    }
}
