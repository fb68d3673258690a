package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;

/**
 * A payment as a bank's file says it.
 *
 * @param number the line of the file
 * @param key the same payment has the same key in every file
 * @param payerNumber お客様番号, or empty
 * @param failure why an account transfer failed, or empty
 */
record ZenginLine(
        long number,
        String key,
        Receipt.Kind kind,
        LocalDate day,
        String payerName,
        String payerNumber,
        Yen amount,
        String failure) {
    boolean failed() {
        return !failure.isEmpty();
    }
}
