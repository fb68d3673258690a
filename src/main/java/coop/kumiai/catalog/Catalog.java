package coop.kumiai.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.policies.Remembered;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the stores of a co-op sell, and for how much on which day (品ぞろえと価格, N-CAT-1). */
@Service
public class Catalog {
    private final CatalogStore store;
    private final LabelStore labels;

    private final Remembered<CoopId, List<Category>> categories;

    Catalog(CatalogStore store, LabelStore labels) {
        this.store = store;
        this.labels = labels;
        categories = new Remembered<>(store::categories);
    }

    /** All categories that have products, in the order of the shop. */
    public List<Category> categories(CoopId coop) {
        return categories.get(coop);
    }

    /**
     * @throws NotFound when the co-op has no such category
     */
    public Category category(CoopId coop, String code) {
        return categories(coop).stream()
                .filter(category -> category.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("category"));
    }

    /**
     * A product whether or not a store sells it today: an old order or favourite still shows it.
     */
    public Optional<Product> product(CoopId coop, Jan jan) {
        return store.product(coop, jan);
    }

    /** The same for many products, by one query, in the order of their codes. */
    public List<Product> products(CoopId coop, Collection<Jan> jans) {
        return jans.isEmpty() ? List.of() : store.products(coop, jans);
    }

    /** What its maker says is in a product (食品表示); empty when nothing is known. */
    public Optional<FoodLabel> label(CoopId coop, Jan jan) {
        return labels.label(coop, jan);
    }

    /** What the store sells under this code on that day. */
    public Optional<Offer> offer(CoopId coop, String storeId, LocalDate day, Jan jan) {
        return Optional.ofNullable(offers(coop, storeId, day, List.of(jan)).get(jan));
    }

    /** Those of the given products that the store sells on that day, read by one query. */
    public Map<Jan, Offer> offers(
            CoopId coop, String storeId, LocalDate day, Collection<Jan> jans) {
        return jans.isEmpty()
                ? Map.of()
                : store.offers(coop, storeId, day, jans).stream()
                        .collect(toUnmodifiableMap(Offer::jan, Function.identity()));
    }

    /**
     * Some products of a category as the store sells them on that day.
     *
     * @param after the product that the part before ended with
     */
    public ShelfPage shelf(
            CoopId coop,
            String storeId,
            LocalDate day,
            String category,
            Optional<Jan> after,
            int size) {
        var offers = store.shelf(coop, storeId, day, category, after, size + 1);
        return offers.size() <= size
                ? new ShelfPage(offers, Optional.empty())
                : new ShelfPage(offers.subList(0, size), Optional.of(offers.get(size - 1).jan()));
    }

    /**
     * Products whose price of that day is one for some days only: what the flyer (チラシ) shows
     * (N-CAT-2).
     */
    public List<Offer> limitedOffers(CoopId coop, String storeId, LocalDate day, int most) {
        return store.limitedOffers(coop, storeId, day, most);
    }

    @EventListener
    void changed(CatalogChanged changed) {
        categories.changes(changed.coop());
    }
}
