package coop.kumiai.shop.checkout;

import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.shop.Typed;

import java.io.Serializable;
import java.util.Map;

/**
 * What was typed at the checkout, as it came; it stays while the member goes elsewhere to change
 * the slot.
 *
 * @param receipt {@code yes} or empty, as {@code door}
 */
public record CheckoutForm(
        String payment,
        String shortage,
        String remarks,
        String chopsticks,
        String spoons,
        String receipt,
        String receiptTo,
        String door)
        implements Serializable {
    static final String YES = "yes";
    private static final int NO_NUMBER = -1;

    /** Before anything was typed. */
    static CheckoutForm blank() {
        return new CheckoutForm(
                PaymentMethod.CASH_ON_DELIVERY.code(),
                Wishes.Shortage.SUBSTITUTE.code(),
                "",
                "0",
                "0",
                "",
                "",
                "");
    }

    static CheckoutForm sent(Map<String, String> fields) {
        return new CheckoutForm(
                fields.getOrDefault("payment", ""),
                fields.getOrDefault("shortage", ""),
                fields.getOrDefault("remarks", ""),
                fields.getOrDefault("chopsticks", "0"),
                fields.getOrDefault("spoons", "0"),
                fields.getOrDefault("receipt", ""),
                fields.getOrDefault("receiptTo", ""),
                fields.getOrDefault("door", ""));
    }

    /** The fields that send it again. */
    public Map<String, String> fields() {
        return Map.of(
                "payment", payment,
                "shortage", shortage,
                "remarks", remarks,
                "chopsticks", chopsticks,
                "spoons", spoons,
                "receipt", receipt,
                "receiptTo", receiptTo,
                "door", door);
    }

    boolean hasShortage() {
        return Wishes.Shortage.read(shortage).isPresent();
    }

    Wishes wishes() {
        return new Wishes(
                Wishes.Shortage.read(shortage).orElse(Wishes.Shortage.CANCEL),
                remarks,
                Typed.number(chopsticks).orElse(NO_NUMBER),
                Typed.number(spoons).orElse(NO_NUMBER),
                receipt.equals(YES),
                receiptTo,
                door.equals(YES));
    }
}
