package coop.kumiai.orders;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** 一回の注文の限度 (N-ORD-1, N-ORD-2): the goods before tax, and how many of one product. */
@PolicyName("orders.limits")
public record OrderLimits(Yen leastExTax, Yen mostExTax, int mostOfOne) implements Policy {}
