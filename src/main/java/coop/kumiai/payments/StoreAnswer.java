package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

/** What came back of one call about a number for convenience stores. */
sealed interface StoreAnswer {

    /** As it stands there. */
    record Told(Status status, Yen amount, String receiptNumber, String confirmNumber)
            implements StoreAnswer {}

    /** Refused: no number was issued. */
    record Refused() implements StoreAnswer {}

    /** The processor knows no such number. */
    record Absent() implements StoreAnswer {}

    /** No answer, or none that can be read. */
    record Unknown() implements StoreAnswer {}

    /** Where a number stands there. */
    enum Status {
        /** Issued; nobody has paid. */
        REQSUCCESS,
        PAYSUCCESS,
        EXPIRED,
        CANCEL
    }
}
