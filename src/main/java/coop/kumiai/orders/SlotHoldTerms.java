package coop.kumiai.orders;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * How long the place of a slot is held for a member who is at the checkout (X-SLOT-1).
 *
 * @param used whether places are held at all
 */
@PolicyName("orders.slot-hold")
public record SlotHoldTerms(boolean used, Duration lasts) implements Policy {}
