package coop.kumiai.stores;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** How long the words may be that the members of a slot are told (N-SLOT-7). */
@PolicyName("stores.slot-troubles")
public record SlotTroubleTerms(int mostCharacters) implements Policy {}
