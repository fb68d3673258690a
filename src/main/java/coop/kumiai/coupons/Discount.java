package coop.kumiai.coupons;

import coop.kumiai.kernel.Yen;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a coupon takes off an order (クーポン値引き), tax included: each rate is lowered by its own part
 * before its tax is reckoned, once.
 *
 * @param lines the lines that it is for, where it is not for all goods
 * @param standard its part of what falls under the standard rate
 * @param reduced its part of what falls under the reduced rate
 */
public record Discount(
        UUID couponId, String title, Scope scope, List<Integer> lines, Yen standard, Yen reduced) {

    public Discount {
        lines = List.copyOf(lines);
        if (standard.isLessThan(Yen.ZERO) || reduced.isLessThan(Yen.ZERO)) {
            throw new IllegalArgumentException("a discount is not less than nought");
        }
    }

    /** What it is taken off. */
    public enum Scope {
        GOODS,
        LINES,
        FEE;

        /** As it is stored. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @throws IllegalArgumentException when there is no such scope
         */
        public static Scope of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public Yen amount() {
        return standard.plus(reduced);
    }

    /** {@code クーポン「はじめてのお買い物に」}, as pages, mails and papers name it. */
    public String wording() {
        return "クーポン「" + title + "」";
    }
}
