package coop.kumiai.members;

import coop.kumiai.kernel.Yen;

/**
 * So many shares (口数) and what they are worth; both are kept, since the price of a share may change
 * one day.
 */
public record ShareAmount(long units, Yen yen) {
    public static final ShareAmount NONE = new ShareAmount(0, Yen.ZERO);

    ShareAmount plus(ShareAmount other) {
        return new ShareAmount(Math.addExact(units, other.units), yen.plus(other.yen));
    }

    ShareAmount minus(ShareAmount other) {
        return new ShareAmount(Math.subtractExact(units, other.units), yen.minus(other.yen));
    }

    ShareAmount times(int sign) {
        return new ShareAmount(units * sign, yen.times(sign));
    }

    public boolean isZero() {
        return units == 0 && yen.isZero();
    }

    @Override
    public String toString() {
        return "%,d口 %s".formatted(units, yen);
    }
}
