package coop.kumiai.stores;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** 配達手数料 (N-FEE-1), tax included at the standard rate, by store. */
@PolicyName("stores.delivery-fee")
public record DeliveryFee(Yen feeInTax) implements Policy {}
