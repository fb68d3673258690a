package coop.kumiai.members;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 出資金の請求.
 *
 * @param closedOn 締日
 * @param payBy until when it is to be paid
 * @param paid what has come in for it so far
 */
public record ShareBill(
        UUID billId,
        UUID memberId,
        LocalDate closedOn,
        LocalDate payBy,
        ShareAmount amount,
        Yen paid) {

    /** What is still to be paid. */
    public Yen open() {
        return amount.yen().minus(paid);
    }

    public boolean isPaid() {
        return open().isZero();
    }
}
