package coop.kumiai.stores;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.util.List;

/**
 * The slots of a day (N-SLOT-1), by store. A campaign is a plan for its day and the old plan again
 * for the day after.
 */
@PolicyName("stores.slots")
public record SlotPlan(List<SlotTime> slots) implements Policy {
    public SlotPlan {
        slots = List.copyOf(slots);
    }
}
