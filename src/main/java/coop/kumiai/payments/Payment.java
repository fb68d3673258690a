package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

import java.util.Locale;

/**
 * What is owed for one payable thing, such as an order.
 *
 * @param ref names the payable thing: {@code order:} and its id
 */
public record Payment(String ref, PaymentMethod method, Yen amount, State state) {

    /** Where a payment is. */
    public enum State {
        /** To be paid. */
        DUE,
        /** 受領済み. */
        COLLECTED,
        /** Nothing is owed any more. */
        VOID;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
