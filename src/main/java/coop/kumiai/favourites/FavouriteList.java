package coop.kumiai.favourites;

import coop.kumiai.catalog.Jan;

import java.util.List;
import java.util.Optional;

/**
 * A part of a member's favourites, in the order of their codes.
 *
 * @param next what to ask for to get the part after it
 */
public record FavouriteList(List<Favourite> favourites, Optional<Jan> next) {
    public FavouriteList {
        favourites = List.copyOf(favourites);
    }
}
