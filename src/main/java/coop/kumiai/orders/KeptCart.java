package coop.kumiai.orders;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A cart as it is stored: what the member put in, without today's names and prices.
 *
 * @param startedAt when its first product was put in
 * @param lines in the order in which they were put in
 */
record KeptCart(UUID id, Instant startedAt, Instant expiresAt, List<Line> lines) {

    boolean hasEnded(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** What is in the cart now; nothing once its time is over. */
    List<Line> live(Instant now) {
        return hasEnded(now) ? List.of() : lines.stream().filter(line -> !line.kept()).toList();
    }

    /** What waits to be taken back. */
    List<Line> waiting(Instant now) {
        return hasEnded(now) ? lines : lines.stream().filter(Line::kept).toList();
    }

    /**
     * One product of it.
     *
     * @param seenInTax the price of one piece that the member saw
     * @param kept of an earlier cart whose time is over
     */
    record Line(Jan jan, int quantity, Yen seenInTax, boolean kept) {

        /** With that many fewer, and never less than nothing. */
        Line less(int pieces) {
            return new Line(jan, Math.max(0, quantity - pieces), seenInTax, kept);
        }
    }
}
