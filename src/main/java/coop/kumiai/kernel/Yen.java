package coop.kumiai.kernel;

import java.util.Collection;

/**
 * An amount of money in whole yen (円). Exact: arithmetic that would overflow throws {@link
 * ArithmeticException}.
 *
 * @param amount yen, may be negative (a deduction)
 */
public record Yen(long amount) implements Comparable<Yen> {
    public static final Yen ZERO = new Yen(0);
    private static final int GROUP = 3;

    public static Yen of(long amount) {
        return new Yen(amount);
    }

    public static Yen sum(Collection<Yen> amounts) {
        var total = ZERO;
        for (var amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    public Yen plus(Yen other) {
        return new Yen(Math.addExact(amount, other.amount));
    }

    public Yen minus(Yen other) {
        return new Yen(Math.subtractExact(amount, other.amount));
    }

    public Yen times(long count) {
        return new Yen(Math.multiplyExact(amount, count));
    }

    /** This amount times {@code numerator / denominator}, fractions of a yen dropped (端数切捨て). */
    public Yen portionRoundedDown(long numerator, long denominator) {
        return new Yen(Math.floorDiv(Math.multiplyExact(amount, numerator), denominator));
    }

    public boolean isLessThan(Yen other) {
        return amount < other.amount;
    }

    public boolean isMoreThan(Yen other) {
        return amount > other.amount;
    }

    public boolean isZero() {
        return amount == 0;
    }

    @Override
    public int compareTo(Yen other) {
        return Long.compare(amount, other.amount);
    }

    /** As members read it: {@code 1,234円}. */
    @Override
    public String toString() {
        return digits() + "円";
    }

    /** The bare figure: {@code 1,234}. */
    public String digits() {
        var text = new StringBuilder().append(amount);
        var firstDigit = amount < 0 ? 1 : 0;
        for (int comma = text.length() - GROUP; comma > firstDigit; comma -= GROUP) {
            text.insert(comma, ',');
        }
        return text.toString();
    }
}
