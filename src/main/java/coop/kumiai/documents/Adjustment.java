package coop.kumiai.documents;

import coop.kumiai.kernel.Yen;

/**
 * A deduction that was agreed with the order, such as a coupon (値引き).
 *
 * @param amount to take off at most, tax included; what is larger than that which it is for lapses
 * @param line the line that it is for, where it is for one
 */
public record Adjustment(String wording, Yen amount, Scope scope, int line) {

    /** What it is taken off. */
    public enum Scope {
        /** All goods, whatever their rate. */
        GOODS,
        /** One line. */
        LINE,
        /** The fees. */
        FEES
    }

    public Adjustment {
        if (amount.isLessThan(Yen.ZERO)) {
            throw new IllegalArgumentException("a deduction is not less than nought");
        }
    }

    public static Adjustment ofGoods(String wording, Yen amount) {
        return new Adjustment(wording, amount, Scope.GOODS, 0);
    }

    public static Adjustment ofLine(String wording, Yen amount, int line) {
        return new Adjustment(wording, amount, Scope.LINE, line);
    }

    public static Adjustment ofFees(String wording, Yen amount) {
        return new Adjustment(wording, amount, Scope.FEES, 0);
    }
}
