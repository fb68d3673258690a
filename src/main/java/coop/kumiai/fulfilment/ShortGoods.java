package coop.kumiai.fulfilment;

import coop.kumiai.substitution.Suggestion;
import coop.kumiai.substitution.Way;

import java.util.List;

/**
 * Goods that were short, and what can be put in for them (N-PICK-2, X-PICK-1).
 *
 * @param way how it is decided: by what the member wrote, by mail or by a call
 * @param missing how many pieces
 * @param suggestions the most alike first
 */
public record ShortGoods(PickTask task, Way way, int missing, List<Suggestion> suggestions) {
    public ShortGoods {
        suggestions = List.copyOf(suggestions);
    }
}
