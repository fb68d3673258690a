package coop.kumiai.fulfilment;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** 返品 (N-RET-1): within how many days of the delivery, at the store's counter. */
@PolicyName("fulfilment.returns")
public record ReturnTerms(int days) implements Policy {}
