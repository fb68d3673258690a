package coop.kumiai.catalog;

import java.util.List;

/**
 * A page of what a search found at one store on one day, the best first.
 *
 * @param total how many products there are on all pages
 * @param page from 1
 */
public record SearchResult(List<Offer> offers, int total, int page, int pages) {
    static final SearchResult NOTHING = new SearchResult(List.of(), 0, 1, 1);

    public SearchResult {
        offers = List.copyOf(offers);
    }
}
