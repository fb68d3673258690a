package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

import java.util.Optional;
import java.util.UUID;

/**
 * A payment by card that people have to look at.
 *
 * @param ref names the payment
 * @param owed what is owed as things are
 * @param authorised what the card has put by
 * @param captured what was taken from the card
 * @param canBeSettled whether the amount is final and due, so that people can settle the rest
 */
public record CardToSettle(
        String ref,
        Yen owed,
        Yen authorised,
        Yen captured,
        boolean canBeSettled,
        CardTrouble trouble) {

    /** Which order it is for. */
    public Optional<UUID> orderId() {
        return Payments.orderOf(ref);
    }

    /** What the card has not paid. */
    public Yen rest() {
        return owed.minus(captured);
    }
}
