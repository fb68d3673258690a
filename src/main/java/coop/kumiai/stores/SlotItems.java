package coop.kumiai.stores;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * How many pieces of goods each slot of a store can be picked, beside its orders (X-SLOT-3); by
 * store.
 *
 * @param mostItems 0: as many as its orders have
 */
@PolicyName("stores.slot-items")
public record SlotItems(int mostItems) implements Policy {
    public SlotItems {
        if (mostItems < 0) {
            throw new IllegalArgumentException("fewer than no items");
        }
    }
}
