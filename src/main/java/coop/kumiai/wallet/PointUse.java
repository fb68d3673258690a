package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

/**
 * How many points a payment uses.
 *
 * @param most beyond which none are used, also where there are more
 * @param exactly whether fewer will not do: the member has asked for this number (B-PT-1)
 */
public record PointUse(Yen most, boolean exactly) {
    /** 1 point = 1 yen, as many as there are; the rest is paid with e-money. */
    public static final PointUse FIRST = new PointUse(Yen.of(Long.MAX_VALUE), false);

    public static final PointUse NONE = new PointUse(Yen.ZERO, false);

    public static PointUse exactly(long points) {
        return new PointUse(Yen.of(points), true);
    }
}
