package coop.kumiai.catalog;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.policies.Coops;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds products by what members type (商品の検索): kanji, kana of either kind, parts of words, other
 * words for the same goods. The index lies in memory; it is made anew when this node or another one
 * has changed the catalogue.
 */
@Service
public class ProductSearch {
    private static final int LONGEST_TYPED = 60;
    private static final int MOST_SUGGESTIONS = 8;

    private final CatalogStore store;
    private final Coops coops;
    private final Map<CoopId, SearchedCatalog> catalogs = new ConcurrentHashMap<>();

    ProductSearch(CatalogStore store, Coops coops) {
        this.store = store;
        this.coops = coops;
    }

    /**
     * What the store sells on that day and fits the words.
     *
     * @param page from 1
     */
    public SearchResult search(
            CoopId coop, String storeId, LocalDate day, String typed, int page, int size) {
        var found = find(coop, storeId, day, typed);
        int total = found.jans().size();
        int pages = Math.max(1, (total + size - 1) / size);
        int shown = Math.clamp(page, 1, pages);
        var jans = found.jans().subList((shown - 1) * size, Math.min(shown * size, total));
        return new SearchResult(
                inOrder(coop, storeId, day, jans), total, shown, pages, found.partial());
    }

    /** Names that go on as somebody types, without their packs, each once. */
    public List<String> suggest(CoopId coop, String storeId, LocalDate day, String typed) {
        var found = find(coop, storeId, day, typed);
        var jans = found.partial() ? List.<Jan>of() : found.jans();
        return inOrder(
                        coop,
                        storeId,
                        day,
                        jans.subList(0, Math.min(3 * MOST_SUGGESTIONS, jans.size())))
                .stream()
                .map(offer -> offer.product().nameWithoutPack())
                .distinct()
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** Makes the index of every co-op before the first member asks. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Thread.ofVirtual().start(() -> coops.all().forEach(coop -> catalog(coop.id()).renew()));
    }

    @TransactionalEventListener
    void renew(CatalogChanged changed) {
        Optional.ofNullable(catalogs.get(changed.coop())).ifPresent(SearchedCatalog::renew);
    }

    private SearchedCatalog.Found find(CoopId coop, String storeId, LocalDate day, String typed) {
        var text = cut(JapaneseText.tidy(typed).replace('\u3000', ' '));
        var words =
                Arrays.stream(text.split(" "))
                        .filter(word -> !SearchWords.key(word).isEmpty())
                        .toList();
        return words.isEmpty()
                ? SearchedCatalog.Found.NOTHING
                : catalog(coop).find(storeId, day, words);
    }

    private List<Offer> inOrder(CoopId coop, String storeId, LocalDate day, List<Jan> jans) {
        var offers =
                store.offers(coop, storeId, day, jans).stream()
                        .collect(toMap(Offer::jan, offer -> offer));
        return jans.stream().map(offers::get).filter(Objects::nonNull).toList();
    }

    private SearchedCatalog catalog(CoopId coop) {
        return catalogs.computeIfAbsent(coop, it -> new SearchedCatalog(it, store));
    }

    private static String cut(String text) {
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(JapaneseText.length(text), LONGEST_TYPED)));
    }
}
