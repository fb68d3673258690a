package coop.kumiai.catalog;

import java.util.List;

/**
 * A page of what a search found at one store on one day, the best first.
 *
 * @param total how many products there are on all pages
 * @param page from 1
 * @param partial whether nothing fits all the words, and these fit a part of them
 */
public record SearchResult(List<Offer> offers, int total, int page, int pages, boolean partial) {

    public SearchResult {
        offers = List.copyOf(offers);
    }
}
