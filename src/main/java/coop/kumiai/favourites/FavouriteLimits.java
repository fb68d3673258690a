package coop.kumiai.favourites;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** How many favourites (お気に入り) a member may have at one store. */
@PolicyName("favourites.limits")
public record FavouriteLimits(int most) implements Policy {}
