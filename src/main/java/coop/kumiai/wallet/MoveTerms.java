package coop.kumiai.wallet;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 組合員どうしの移動.
 *
 * @param allowed whether members can give e-money to each other
 */
@PolicyName("wallet.moves")
public record MoveTerms(boolean allowed) implements Policy {}
