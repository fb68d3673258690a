package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

/**
 * What the processor says of one order there.
 *
 * @param amount authorised, or captured once that was done
 * @param challengeUrl where the browser proves who it is, or empty
 * @param errorCode why it failed, in the processor's words, or empty
 */
record ProcessorOrder(
        String orderId,
        String accessId,
        Status status,
        Yen amount,
        SeenCard card,
        String challengeUrl,
        String errorCode) {

    /** Where an order stands there. */
    enum Status {
        /** Known, and nothing done yet. */
        UNPROCESSED,
        /** The browser is at the card company (EMV 3-D Secure). */
        AUTHENTICATING,
        /** 仮売上: the amount is put by. */
        AUTH,
        /** 実売上: the amount is taken. */
        SALES,
        /** Cancelled before or after it was captured. */
        VOID,
        /** Refused, by the issuer or since nobody proved who they are. */
        FAILED
    }
}
