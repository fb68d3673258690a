package coop.kumiai.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A part of a category, in the order of the shelves.
 *
 * @param after where the next part begins; empty at the end
 */
public record ShelfPage(List<Offer> offers, Optional<Jan> after) {
    public ShelfPage {
        offers = List.copyOf(offers);
    }
}
