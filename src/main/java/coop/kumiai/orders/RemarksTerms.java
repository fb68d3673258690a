package coop.kumiai.orders;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** How long the remarks (備考) of an order may be (N-ORD-3). */
@PolicyName("orders.remarks")
public record RemarksTerms(int mostCharacters) implements Policy {}
