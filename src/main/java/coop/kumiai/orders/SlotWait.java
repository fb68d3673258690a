package coop.kumiai.orders;

import coop.kumiai.stores.SlotId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A member who waits for a place of a full slot (X-SLOT-2).
 *
 * @param goesFirst whether places were kept for them when they began to wait
 * @param offeredUntil until when a place that came free is held for them; empty while they wait
 */
public record SlotWait(
        UUID waitId,
        UUID memberId,
        SlotId slot,
        boolean goesFirst,
        Optional<Instant> offeredUntil) {
    public boolean isOfferedAt(Instant now) {
        return offeredUntil.filter(now::isBefore).isPresent();
    }
}
