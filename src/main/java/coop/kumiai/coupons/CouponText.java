package coop.kumiai.coupons;

import java.util.List;

/**
 * A coupon in words.
 *
 * @param benefit what it takes off: {@code 対象商品 10%引き（300円まで）}
 * @param conditions each in a sentence of its own
 */
public record CouponText(String benefit, List<String> conditions) {
    public CouponText {
        conditions = List.copyOf(conditions);
    }
}
