package coop.kumiai.orders;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the place of a slot is held for a member who is at the checkout (X-SLOT-1).
 *
 * @param used whether places are held at all
 * @param lasts one hold
 * @param longest all holds of the same slot together, from the first one on, until an order is
 *     placed
 */
@PolicyName("orders.slot-hold")
public record SlotHoldTerms(boolean used, Duration lasts, Duration longest) implements Policy {
    public SlotHoldTerms {
        if (!lasts.isPositive() || longest.compareTo(lasts) < 0) {
            throw new IllegalArgumentException("no hold");
        }
    }

    /** When a hold ends that begins now; empty when the time of all of them is over. */
    Optional<Instant> until(Instant since, Instant now) {
        var last = since.plus(longest);
        var full = now.plus(lasts);
        return Optional.of(full.isBefore(last) ? full : last).filter(now::isBefore);
    }
}
