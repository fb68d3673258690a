package coop.kumiai.documents;

import coop.kumiai.kernel.Yen;

import java.util.List;

/**
 * A deduction that was agreed with the order, such as a coupon (値引き).
 *
 * @param amount to take off at most, tax included; what is larger than that which it is for lapses
 * @param lines the lines that it is for, where it is for single ones
 */
public record Adjustment(String wording, Yen amount, Scope scope, List<Integer> lines) {

    /** What it is taken off. */
    public enum Scope {
        /** All goods, whatever their rate. */
        GOODS,
        /** Single lines. */
        LINES,
        /** The fees. */
        FEES
    }

    public Adjustment {
        lines = List.copyOf(lines);
        if (amount.isLessThan(Yen.ZERO)) {
            throw new IllegalArgumentException("a deduction is not less than nought");
        }
    }

    public static Adjustment ofGoods(String wording, Yen amount) {
        return new Adjustment(wording, amount, Scope.GOODS, List.of());
    }

    public static Adjustment ofLines(String wording, Yen amount, List<Integer> lines) {
        return new Adjustment(wording, amount, Scope.LINES, lines);
    }

    public static Adjustment ofFees(String wording, Yen amount) {
        return new Adjustment(wording, amount, Scope.FEES, List.of());
    }
}
