package coop.kumiai.fulfilment;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** ピッキング (X-PICK-3): how many orders one picker takes along on a trolley at once. */
@PolicyName("fulfilment.picking")
public record PickingTerms(int ordersOnATrolley) implements Policy {
    public PickingTerms {
        if (ordersOnATrolley <= 0) {
            throw new IllegalArgumentException("a trolley with nothing on it");
        }
    }
}
