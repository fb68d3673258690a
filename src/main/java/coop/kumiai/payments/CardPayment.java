package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What stands at the processor for one payable thing, as far as we know, and what shall stand
 * there.
 *
 * @param gatewayOrder what the processor calls it by; made by us
 * @param amount what is owed as things are
 * @param ceiling what was asked for, so that picking may add to the amount (X-PICK-2)
 * @param captured what was taken, as an inquiry told last
 * @param refusal the code of why nothing was charged, or empty
 * @param heldUntil how long the order waits for the member
 */
record CardPayment(
        String ref,
        UUID memberId,
        String gatewayOrder,
        String accessId,
        State state,
        Wish wish,
        Yen amount,
        Yen ceiling,
        Yen authorised,
        Yen captured,
        SeenCard card,
        boolean keepCard,
        String challengeUrl,
        String refusal,
        Instant begunAt,
        Instant heldUntil,
        int tries) {

    /** What the processor told last. */
    enum State {
        ASKED,
        CHALLENGED,
        AUTHORISED,
        CAPTURED,
        RELEASED,
        REFUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What we want to stand there. */
    enum Wish {
        /** The order is held until the card has answered. */
        HOLD,
        /** The order stands; the amount stays put by until the goods are picked. */
        STAND,
        /** The final amount is taken. */
        CAPTURE,
        /** Nothing is taken. */
        RELEASE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Wish of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    boolean isOpen() {
        return state == State.ASKED || state == State.CHALLENGED;
    }
}
