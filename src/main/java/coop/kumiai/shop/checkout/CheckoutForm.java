package coop.kumiai.shop.checkout;

import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.shop.Typed;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was typed at the checkout, as it came; it stays while the member goes elsewhere to change
 * the slot.
 *
 * @param payment a way of payment; {@code card.} and an id for a card that is kept, {@code
 *     card.typed} for the one that was just typed
 * @param receipt {@code yes} or empty, as {@code door} and {@code keepCard}
 */
public record CheckoutForm(
        String payment,
        String shortage,
        String remarks,
        String chopsticks,
        String spoons,
        String receipt,
        String receiptTo,
        String door,
        String keepCard)
        implements Serializable {
    static final String YES = "yes";
    static final String TYPED_CARD = "card.typed";
    private static final String CARD = PaymentMethod.CARD.code();
    private static final String OF_CARDS = CARD + ".";
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
                fields.getOrDefault("door", ""),
                fields.getOrDefault("keepCard", ""));
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
                "door", door,
                "keepCard", keepCard);
    }

    boolean byCard() {
        return payment.equals(CARD) || payment.startsWith(OF_CARDS);
    }

    /** Whether a card is still to be typed. */
    boolean asksForCard() {
        return payment.equals(CARD);
    }

    /** The same with the card that was just typed. */
    CheckoutForm withTypedCard() {
        return new CheckoutForm(
                TYPED_CARD,
                shortage,
                remarks,
                chopsticks,
                spoons,
                receipt,
                receiptTo,
                door,
                keepCard);
    }

    Optional<UUID> keptCard() {
        return payment.startsWith(OF_CARDS) && !payment.equals(TYPED_CARD)
                ? Optional.of(Typed.id(payment.substring(OF_CARDS.length())))
                : Optional.empty();
    }

    boolean keepsCard() {
        return keepCard.equals(YES);
    }

    /**
     * @throws coop.kumiai.kernel.Refused when there is no such way
     */
    PaymentMethod method() {
        return byCard() ? PaymentMethod.CARD : PaymentMethod.require(payment);
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
