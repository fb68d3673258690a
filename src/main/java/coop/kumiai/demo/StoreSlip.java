package coop.kumiai.demo;

import java.time.Instant;
import java.util.Map;

/**
 * A number of the stand-in collector, to be paid at a convenience store.
 *
 * @param orderId what the shop calls it by
 * @param receiptNo what is said or typed at the store
 */
public record StoreSlip(
        String shop,
        String orderId,
        String cvsCode,
        String name,
        long amount,
        String receiptNo,
        String confNo,
        Instant until,
        boolean paid) {

    StoreSlip asPaid() {
        return new StoreSlip(shop, orderId, cvsCode, name, amount, receiptNo, confNo, until, true);
    }

    /** As the protocol calls where it stands. */
    String status(Instant now) {
        if (paid) {
            return "PAYSUCCESS";
        }
        return now.isBefore(until) ? "REQSUCCESS" : "EXPIRED";
    }

    /** As an inquiry is answered. */
    Map<String, Object> shown(Instant now) {
        return Map.of(
                "orderReference",
                Map.of(
                        "orderId",
                        orderId,
                        "accessId",
                        receiptNo,
                        "status",
                        status(now),
                        "amount",
                        Long.toString(amount)),
                "cashResult",
                Map.of("cvsCode", cvsCode, "receiptNo", receiptNo, "confNo", confNo));
    }
}
