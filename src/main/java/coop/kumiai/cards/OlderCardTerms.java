package coop.kumiai.cards;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 紙・ラミネートの組合員証の規程 (U-CARD-1).
 *
 * @param accepted whether tills still take older cards for the member price
 */
@PolicyName("cards.older")
public record OlderCardTerms(boolean accepted) implements Policy {}
