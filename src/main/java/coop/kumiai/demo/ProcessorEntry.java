package coop.kumiai.demo;

import java.time.Instant;

/**
 * An order in the books of the stand-in processor.
 *
 * @param amount yen, authorised or captured
 * @param errorCode why it failed, or empty
 * @param callback where the browser goes back to after its challenge
 * @param settledAt when it was captured or cancelled
 */
public record ProcessorEntry(
        String shop,
        String orderId,
        String accessId,
        Status status,
        long amount,
        TestCard card,
        String expire,
        String errorCode,
        String callback,
        Instant settledAt) {

    /** As the protocol calls it. */
    enum Status {
        AUTHENTICATING,
        AUTH,
        SALES,
        VOID,
        FAILED
    }

    /** Captured, whether or not it was given back whole since. */
    boolean wasCaptured() {
        return status == Status.SALES || (status == Status.VOID && amount == 0);
    }

    ProcessorEntry with(Status now, long yen, Instant at) {
        return new ProcessorEntry(
                shop, orderId, accessId, now, yen, card, expire, errorCode, callback, at);
    }

    ProcessorEntry failed(String why) {
        return new ProcessorEntry(
                shop,
                orderId,
                accessId,
                Status.FAILED,
                amount,
                card,
                expire,
                why,
                callback,
                settledAt);
    }
}
