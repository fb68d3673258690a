package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

/**
 * 少額の払戻しの限度 of the base period.
 *
 * @param most by the law and the figures of the last base day
 * @param paid in this period
 */
public record RefundRoom(Yen most, Yen paid) {
    public Yen left() {
        return Yen.of(Math.max(0, most.minus(paid).amount()));
    }
}
