package coop.kumiai.stores;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalTime;

/**
 * When the net supermarket rests each day (N-HOUR-1): from {@code closedFrom} until just before
 * {@code closedUntil}.
 */
@PolicyName("stores.hours")
public record ShopHours(LocalTime closedFrom, LocalTime closedUntil) implements Policy {
    public ShopHours {
        if (closedUntil.isBefore(closedFrom)) {
            throw new IllegalArgumentException("the daily rest must not pass midnight");
        }
    }

    public boolean isClosedAt(LocalTime time) {
        return !time.isBefore(closedFrom) && time.isBefore(closedUntil);
    }
}
