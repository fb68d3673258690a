package coop.kumiai.aftercare;

import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.stores.SlotId;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was done about goods of an order after they were delivered.
 *
 * @param goodId also the id of its refund, where money went back
 * @param troubleId what the member told, if it was that (N-RET-2)
 * @param pieces of each line, by the line's number
 * @param paperNumber of the return invoice (返還請求書), where money went back
 * @param broughtIn the slot in which the goods are brought again
 * @param broughtAt when they were
 */
public record MadeGood(
        UUID goodId,
        UUID orderId,
        Optional<UUID> troubleId,
        Way way,
        Map<Integer, Integer> pieces,
        String reason,
        String paperNumber,
        Instant madeAt,
        Optional<SlotId> broughtIn,
        Optional<Instant> broughtAt) {
    public MadeGood {
        pieces = Map.copyOf(pieces);
    }

    /** How it was made good. */
    public enum Way {
        /** 返金. */
        REFUND("返金"),
        /** 交換: the same goods once more, over the counter. */
        EXCHANGE("交換"),
        /** お届け直し: brought again, without a fee. */
        REDELIVERY("お届け直し");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /** As pages print it. */
        public String word() {
            return word;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Way of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The lines of its order that it is about. */
    public List<OrderLine> linesOf(Order order) {
        return order.current().lines().stream()
                .filter(it -> pieces.containsKey(it.number()))
                .toList();
    }

    /** Whether goods are still to be brought. */
    public boolean isToBeBrought() {
        return way == Way.REDELIVERY && broughtAt.isEmpty();
    }
}
