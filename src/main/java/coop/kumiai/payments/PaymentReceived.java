package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;

/**
 * All that was due for something has been received (受領).
 *
 * @param ref names the payable thing, as in {@link Payment}
 */
public record PaymentReceived(CoopId coop, String ref) {}
