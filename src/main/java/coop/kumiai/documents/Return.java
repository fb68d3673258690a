package coop.kumiai.documents;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Goods that came back (返品, N-RET-1).
 *
 * @param key of whoever records it; said again it makes no second paper
 * @param on the day of the return
 * @param pieces how many came back of each line, by the line's number
 * @param reason as the paper prints it
 * @param by the member of staff who took them; empty where it happened by itself
 */
public record Return(
        String key,
        UUID orderId,
        LocalDate on,
        Map<Integer, Integer> pieces,
        String reason,
        Optional<UUID> by) {
    public Return {
        pieces = Map.copyOf(pieces);
    }
}
