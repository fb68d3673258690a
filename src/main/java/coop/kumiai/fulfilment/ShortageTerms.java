package coop.kumiai.fulfilment;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * When a product is said to run out often (品切れが多い, N-PICK-1).
 *
 * @param daysBack over how many days before today the orders are counted
 * @param leastOrders of a product that is ordered less often nothing is said
 * @param leastPercent in how many of a hundred orders there was too little of it
 */
@PolicyName("fulfilment.shortages")
public record ShortageTerms(int daysBack, int leastOrders, int leastPercent) implements Policy {
    public ShortageTerms {
        if (daysBack <= 0 || leastOrders <= 0 || leastPercent <= 0 || leastPercent > 100) {
            throw new IllegalArgumentException("no sense in these terms");
        }
    }
}
