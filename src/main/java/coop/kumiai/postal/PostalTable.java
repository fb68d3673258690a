package coop.kumiai.postal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Fills the table of postal codes: all at once, while readers go on seeing the old one until the
 * new one stands.
 */
@Service
class PostalTable {
    private final PostalStore store;
    private final Clock clock;

    PostalTable(PostalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean wants(TableSource bundled) {
        return store.source().map(present -> present.givesWayTo(bundled)).orElse(true);
    }

    @Transactional(readOnly = true)
    public boolean cameFrom(TableSource source) {
        return store.source().filter(source::equals).isPresent();
    }

    @Transactional(readOnly = true)
    public Map<String, Integer> townsByPrefecture() {
        return store.townsByPrefecture();
    }

    /**
     * Replaces everything by what the program carries, unless another program is doing it this
     * moment.
     */
    @Transactional
    public void fill(TableSource bundled, Collection<TownRow> rows) {
        if (store.mayFill() && wants(bundled)) {
            store.deleteAll();
            store.insert(rows);
            store.setSource(bundled, clock.instant());
        }
    }

    /** Replaces the towns of the given prefectures; the offices' own codes stay. */
    @Transactional
    public void replace(
            TableSource imported, Collection<String> prefectures, Collection<TownRow> rows) {
        store.deleteTowns(List.copyOf(prefectures));
        store.insert(rows);
        store.setSource(imported, clock.instant());
    }
}
