package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.Map;
import java.util.Optional;

/**
 * A campaign that runs, and what it can still grant.
 *
 * @param budgetLeft for all members; empty where there is no budget
 */
record Offer(Campaign campaign, Optional<Yen> budgetLeft) {
    Offer less(Map<String, Yen> granted) {
        var now = granted.getOrDefault(campaign.code(), Yen.ZERO);
        return new Offer(campaign, budgetLeft.map(it -> it.minus(now)));
    }
}
