package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * 払込番号 for one payable thing, as an inquiry told last.
 *
 * @param gatewayOrder what the processor calls it by; made by us
 * @param receiptNumber 払込票番号 or 受付番号; empty until it is issued
 * @param confirmNumber 確認番号; empty where the chain has none
 */
public record StorePayment(
        String ref,
        UUID memberId,
        String gatewayOrder,
        StoreChain chain,
        Yen amount,
        State state,
        String receiptNumber,
        String confirmNumber,
        Instant begunAt,
        Instant payUntil) {

    /** Where it is. */
    public enum State {
        /** The number was asked for, and nobody knows yet whether it is issued. */
        ASKED,
        /** The number is issued and the money awaited. */
        WAITING,
        PAID,
        /** 期限切れ. */
        OVER,
        /** No number was issued. */
        REFUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether anything may still come of it. */
    public boolean isOpen() {
        return state == State.ASKED || state == State.WAITING;
    }
}
