package coop.kumiai.payments;

import java.net.URI;

/** What came of asking a card for an amount (与信). */
public sealed interface Authorisation {

    /** The amount is put by. */
    record Granted() implements Authorisation {}

    /** The card company wants to know who it is (EMV 3-D Secure): the browser goes there. */
    record Challenge(URI page) implements Authorisation {}

    /** Nobody knows yet. */
    record Open() implements Authorisation {}

    /** Nothing is charged, for this reason (N-PAY-4). */
    record Denied(PaymentRefusal why) implements Authorisation {}
}
