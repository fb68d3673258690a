package coop.kumiai.orders;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** How long the addressee (宛名) of a receipt may be (N-ORD-3, N-RCPT-2). */
@PolicyName("orders.receipt")
public record ReceiptTerms(int mostCharacters) implements Policy {}
