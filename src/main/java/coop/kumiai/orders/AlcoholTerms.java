package coop.kumiai.orders;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** From which age alcohol may be ordered and received (N-ALC-1, 二十歳未満ノ者ノ飲酒ノ禁止ニ関スル法律). */
@PolicyName("orders.alcohol")
public record AlcoholTerms(int leastAge) implements Policy {}
