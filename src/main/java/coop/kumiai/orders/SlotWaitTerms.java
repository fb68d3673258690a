package coop.kumiai.orders;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 空き待ち: members may wait for a place of a full slot (X-SLOT-2).
 *
 * @param used whether there is a list at all
 * @param answerWithin how long a place that came free is held for whoever is told of it
 * @param mostOfMember for how many slots one member may wait at a time
 */
@PolicyName("orders.slot-waiting")
public record SlotWaitTerms(boolean used, Duration answerWithin, int mostOfMember)
        implements Policy {}
