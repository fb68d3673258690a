package coop.kumiai.orders;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** How many chopsticks (割り箸) and spoons come with one order on request (N-ORD-4). */
@PolicyName("orders.cutlery")
public record CutleryLimits(int mostChopsticks, int mostSpoons) implements Policy {}
