package coop.kumiai.catalog;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.kernel.CoopId;

import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The search index of one co-op with the edition of the catalogue that it was made of. */
final class SearchedCatalog {
    /** Another node's change is seen after this time at the latest. */
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    /** So many stores and days are remembered. */
    private static final int MOST_RANGES = 64;

    private static final int MOST_REMEMBERED = 2000;

    private final CoopId coop;
    private final CatalogStore store;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable State state;
    private volatile long lookedAt;

    SearchedCatalog(CoopId coop, CatalogStore store) {
        this.coop = coop;
        this.store = store;
    }

    /**
     * What the store sells on that day and fits the words, the best first; what was found once is
     * remembered until the catalogue changes.
     */
    Found find(String storeId, LocalDate day, List<String> words) {
        var current = current();
        if (current.found().size() > MOST_REMEMBERED) {
            current.found().clear();
        }
        return current.found()
                .computeIfAbsent(new Asked(storeId, day, words), asked -> find(current, asked));
    }

    /**
     * What was found, the best first.
     *
     * @param partial whether it fits only a part of the words, since nothing fits them all
     */
    record Found(List<Jan> jans, boolean partial) {
        static final Found NOTHING = new Found(List.of(), false);
    }

    private Found find(State current, Asked asked) {
        var all = find(current, asked, SearchQueries.all(asked.words()));
        if (!all.isEmpty()) {
            return new Found(all, false);
        }
        var some = find(current, asked, SearchQueries.any(asked.words()));
        return some.isEmpty() ? Found.NOTHING : new Found(some, true);
    }

    private List<Jan> find(State current, Asked asked, Query query) {
        var range = current.range(asked.storeId(), asked.day(), coop, store);
        return current.index().find(query).stream()
                .filter(jan -> range.contains(jan.digits()))
                .toList();
    }

    /** Makes the index anew if the catalogue has changed since. */
    void renew() {
        renewing.lock();
        try {
            long edition = store.edition(coop);
            var known = state;
            if (known == null || known.edition() != edition) {
                state = new State(edition, index());
            }
            lookedAt = System.nanoTime();
        } finally {
            renewing.unlock();
        }
    }

    private State current() {
        var known = state;
        if (known == null || System.nanoTime() - lookedAt > LOOK_EVERY_NANOS) {
            lookedAt = System.nanoTime();
            renewOrUse(known);
        }
        return java.util.Objects.requireNonNull(state);
    }

    /** While one request renews, the others go on with what there is. */
    private void renewOrUse(@Nullable State known) {
        if (known == null || !renewing.isLocked()) {
            renew();
        }
    }

    private SearchIndex index() {
        var names =
                store.allCategories(coop).stream().collect(toMap(Category::code, Category::name));
        return SearchIndex.of(store.products(coop), names);
    }

    private record State(
            long edition,
            SearchIndex index,
            Map<Key, Set<String>> ranges,
            Map<Asked, Found> found) {

        State(long edition, SearchIndex index) {
            this(edition, index, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        Set<String> range(String storeId, LocalDate day, CoopId coop, CatalogStore store) {
            if (ranges.size() > MOST_RANGES) {
                ranges.clear();
            }
            return ranges.computeIfAbsent(
                    new Key(storeId, day), key -> store.range(coop, key.storeId(), key.day()));
        }
    }

    private record Key(String storeId, LocalDate day) {}

    private record Asked(String storeId, LocalDate day, List<String> words) {}
}
