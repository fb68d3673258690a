package coop.kumiai.amendments;

import coop.kumiai.orders.Order;
import coop.kumiai.payments.PaymentRefusal;

import java.net.URI;
import java.util.UUID;

/** Where a change stands that turns an order from cash to card (N-ORD-6, N-PAY-4). */
public sealed interface CardChange {

    /** The change counts. */
    record Accepted(Order order) implements CardChange {}

    /** The card company asks who it is; the order is as it was. */
    record Challenge(UUID tryId, URI page) implements CardChange {}

    /** Nobody knows yet; the order is as it was. */
    record Waiting(UUID tryId) implements CardChange {}

    /** The card did not grant it: the order stays as it was, and so does what is wanted of it. */
    record Unpaid(PaymentRefusal why) implements CardChange {}
}
