package coop.kumiai.membership;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 加入申込書 (M-USE-4).
 *
 * @param open whether the co-op takes applications by a form of its own; else only the shop's
 *     registration joins
 * @param asksWorkplace whether it asks where one works (職域生協)
 */
@PolicyName("membership.join-form")
public record JoinFormTerms(boolean open, boolean asksWorkplace) implements Policy {}
