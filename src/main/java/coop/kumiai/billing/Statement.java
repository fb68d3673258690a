package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * 請求明細 of a member and a closing day. All but {@code settled} never changes.
 *
 * @param payerNumber お客様番号, which banks send back with a payment
 * @param payerName the member's name when it was closed
 * @param lines how many
 * @param total of all lines; less than nought when more was given back than billed
 * @param settled what has been paid or taken back of it so far
 */
public record Statement(
        UUID memberId,
        LocalDate closedOn,
        LocalDate payBy,
        long payerNumber,
        String payerName,
        int lines,
        Yen total,
        Yen settled,
        Instant issuedAt) {

    /** What is to be paid: never less than nought. */
    public Yen due() {
        return total.isLessThan(Yen.ZERO) ? Yen.ZERO : total;
    }

    /** What is still to be paid. */
    public Yen open() {
        return due().minus(settled);
    }

    public boolean isSettled() {
        return open().isZero();
    }

    /** What the member reads about it. */
    public String stateLabel() {
        if (due().isZero()) {
            return "お支払いはありません";
        }
        return isSettled() ? "お支払い済み" : settled.isZero() ? "お支払い前" : "一部お支払い済み";
    }
}
