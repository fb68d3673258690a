package coop.kumiai.orders;

import coop.kumiai.payments.PaymentRefusal;

import java.net.URI;
import java.util.UUID;

/** Where an order that is paid by card stands (N-PAY-4). */
public sealed interface CardOutcome {

    /** The order is placed. */
    record Ordered(Order order) implements CardOutcome {}

    /** The order is held; the card company asks who it is. */
    record Challenge(UUID orderId, URI page) implements CardOutcome {}

    /** The order is held; nobody knows yet. */
    record Waiting(UUID orderId) implements CardOutcome {}

    /** There is no order and nothing is charged; cart and slot choice stay. */
    record Unpaid(PaymentRefusal why) implements CardOutcome {}
}
