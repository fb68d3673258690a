package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 返金: a part of a payment, or all of it, that goes back the way it came (N-RET-1).
 *
 * @param ref names the payable thing
 * @param method the way of its payment, and of the refund
 * @param reason as staff wrote it
 * @param doneAt when the processor had it, or the cash was handed out
 */
public record Refund(
        UUID refundId,
        String ref,
        PaymentMethod method,
        Yen amount,
        String reason,
        Instant askedAt,
        Optional<Instant> doneAt) {

    /** How the money goes back and how far it is, in words for members and staff. */
    public String words() {
        return switch (method) {
            case CARD -> doneAt.isPresent() ? "カードへの返金の手続きが済みました" : "カードへの返金を手続きしています";
            case CASH_ON_DELIVERY -> doneAt.isPresent() ? "現金でお返ししました" : "現金でお返しします";
        };
    }
}
