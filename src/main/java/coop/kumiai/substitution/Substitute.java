package coop.kumiai.substitution;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.stores.SlotId;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * 代わりの品: what is offered for a short line, and how far that is.
 *
 * @param line the number of the short line
 * @param newLine the number that it has in the order once it is put in
 * @param pieces as many as were short
 * @param inTax price of one piece, tax included
 * @param takenUnanswered what counts when no answer comes
 * @param answerUntil until when an answer counts
 * @param answeredBy the member of staff who wrote the answer down; empty where the member did
 */
public record Substitute(
        UUID offerId,
        UUID orderId,
        SlotId slot,
        int line,
        int newLine,
        Goods goods,
        int pieces,
        Yen inTax,
        Way way,
        State answered,
        boolean takenUnanswered,
        Instant answerUntil,
        Optional<UUID> answeredBy) {

    /** The product with the name and price that were offered. */
    public record Goods(
            Jan jan,
            String name,
            String unit,
            PriceMode mode,
            Yen unitPrice,
            TaxClass taxClass,
            boolean alcohol,
            String shelf) {}

    /** How far it is. */
    public enum State {
        OPEN("お返事待ち"),
        ACCEPTED("代わりの品でよい"),
        DECLINED("代わりはいらない"),
        NOT_REACHED("お電話がつながらない");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** How it stands at a moment: no answer in time is the answer that was told beforehand. */
    public State stateAt(Instant now) {
        if (answered != State.OPEN || now.isBefore(answerUntil)) {
            return answered;
        }
        if (way == Way.PHONE) {
            return State.NOT_REACHED;
        }
        return takenUnanswered ? State.ACCEPTED : State.DECLINED;
    }

    /** The price of all pieces, tax included. */
    public Yen sum() {
        return inTax.times(pieces);
    }

    /** As a line of the order, at the price that was offered. */
    public OrderLine asLine(int found) {
        return new OrderLine(
                newLine,
                goods.jan(),
                goods.name(),
                goods.unit(),
                found,
                goods.mode(),
                goods.unitPrice(),
                goods.taxClass(),
                false,
                goods.alcohol(),
                goods.shelf(),
                Optional.empty(),
                OptionalInt.of(line));
    }
}
