package coop.kumiai.fulfilment;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;
import coop.kumiai.policies.Remembered;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/**
 * 品切れが多い商品 (N-PICK-1): what pickers often found too little of, so that members can name a
 * substitute in time.
 */
@Service
public class OftenShort {
    private final OftenShortStore store;
    private final Remembered<AtStore, Set<Jan>> known;
    private final Policies policies;
    private final Clock clock;

    OftenShort(OftenShortStore store, Policies policies, Clock clock) {
        this.store = store;
        known = new Remembered<>(at -> store.at(at.coop(), at.storeId()));
        this.policies = policies;
        this.clock = clock;
    }

    /** Those of a store, as last counted. */
    public Set<Jan> at(CoopId coop, String storeId) {
        return known.get(new AtStore(coop, storeId));
    }

    /** Counts anew: the days before today, as far back as the policy looks. */
    @Transactional
    public void reckon(CoopId coop) {
        var today = LocalDate.now(clock);
        var terms = policies.today(coop, ShortageTerms.class);
        store.reckon(coop, today.minusDays(terms.daysBack()), today.minusDays(1), terms);
        known.allChange();
    }

    private record AtStore(CoopId coop, String storeId) {}
}
