package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 代金引換 (N-PAY-1, N-PAY-2): its fee, tax included, and how many coins of one kind the driver takes.
 */
@PolicyName("payments.cash")
public record CashOnDelivery(Yen fee, int mostCoinsOfOneKind) implements Policy {}
