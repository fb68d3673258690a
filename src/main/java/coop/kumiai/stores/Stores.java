package coop.kumiai.stores;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.policies.Remembered;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The stores (店舗) of a co-op: which one delivers where, what it charges and what it has to tell.
 */
@Service
public class Stores {
    static final int MOST_NOTICES = 5;
    private final StoreStore store;
    private final Remembered<CoopId, List<Store>> all;
    private final Remembered<Place, Optional<Store>> delivering;
    private final Clock clock;

    Stores(StoreStore store, Clock clock) {
        this.store = store;
        all = new Remembered<>(store::all);
        delivering =
                new Remembered<>(it -> store.delivering(it.coop(), it.postalCode(), it.town()));
        this.clock = clock;
    }

    public List<Store> all(CoopId coop) {
        return all.get(coop);
    }

    /**
     * @throws NotFound when the co-op has no such store
     */
    public Store get(CoopId coop, String storeId) {
        return all(coop).stream()
                .filter(it -> it.id().equals(storeId))
                .findFirst()
                .orElseThrow(() -> new NotFound("store"));
    }

    /**
     * The store that visitors browse before they sign in (見学店舗, N-CAT-3). @throws NotFound when
     * none is named
     */
    public Store viewing(CoopId coop) {
        return all(coop).stream()
                .filter(Store::viewing)
                .findFirst()
                .orElseThrow(() -> new NotFound("viewing store"));
    }

    /** The store that delivers to an address (N-AREA-1); empty outside every area. */
    public Optional<Store> delivering(CoopId coop, String postalCode, String town) {
        return delivering.get(new Place(coop, postalCode, town));
    }

    /** What the store has to tell just now, the oldest first. */
    public List<String> notices(CoopId coop, String storeId) {
        return store.notices(coop, storeId, clock.instant());
    }

    /** Opens a store with its areas. */
    @Transactional
    public void open(CoopId coop, Store opened, int position, List<DeliveryArea> areas) {
        store.insert(coop, opened, position);
        areas.forEach(area -> store.insertArea(coop, opened.id(), area));
        all.changes(coop);
        delivering.allChange();
    }

    /** Puts a notice up. */
    @Transactional
    public void tell(CoopId coop, String storeId, StoreNotice notice) {
        store.insertNotice(coop, storeId, notice);
    }

    private record Place(CoopId coop, String postalCode, String town) {}
}
