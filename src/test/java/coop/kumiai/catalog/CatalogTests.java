package coop.kumiai.catalog;

import static coop.kumiai.catalog.ProductLines.good;
import static coop.kumiai.catalog.ProductLines.jan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

@KumiaiTest
class CatalogTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Jan LEEK = new Jan(jan(1));

    @Autowired Catalog catalog;
    @Autowired ProductImport products;
    @Autowired CategoryImport categories;
    @Autowired TestCoops coops;
    @TempDir Path folder;
    CoopId coop;

    @BeforeEach
    void aCoopWithCategories() {
        coop = coops.fresh();
        var file =
                ProductLines.write(
                        folder,
                        "code,name,position,icon,fresh\n"
                                + "vegetables,野菜,20,leaf.svg,1\n"
                                + "meat,精肉,10,meat.svg,1\n");
        categories.take(coop, file, progress -> {});
    }

    @Test
    @Rule("N-CAT-1")
    void theRangeAndThePricesAreThoseOfTheStore() {
        take(
                good(),
                good().with("store", "shibuya").with("price_yen", "258"),
                good().with("jan", jan(2)).with("store", "meguro"));
        assertThat(priceOf("meguro", DAY)).contains(Yen.of(248));
        assertThat(priceOf("shibuya", DAY)).contains(Yen.of(258));
        assertThat(catalog.offer(coop, "meguro", DAY, new Jan(jan(2)))).isPresent();
        assertThat(catalog.offer(coop, "shibuya", DAY, new Jan(jan(2)))).isEmpty();
    }

    @ParameterizedTest
    @Rule({"N-CAT-1", "N-CAT-2"})
    @CsvSource({
        "2025-12-31, ",
        "2026-01-01, 248",
        "2026-11-19, 248",
        "2026-11-20, 198",
        "2026-11-23, 198",
        "2026-11-24, 248",
        "2026-12-01, 268",
        "2027-12-31, 268",
    })
    void aPriceChangesByDateAndAFlyerPriceEndsByItself(LocalDate day, Long yen) {
        take(
                good(),
                good().with("valid_from", "2026-11-20")
                        .with("valid_to", "2026-11-23")
                        .with("price_yen", "198"),
                good().with("valid_from", "2026-12-01").with("price_yen", "268"));
        assertThat(priceOf("meguro", day)).isEqualTo(Optional.ofNullable(yen).map(Yen::of));
    }

    @Test
    @Rule("N-CAT-2")
    void aFlyerPriceCountsOnlyWhereTheStoreHasEnteredIt() {
        take(
                good(),
                good().with("store", "meguro")
                        .with("valid_from", "2026-11-20")
                        .with("valid_to", "2026-11-23")
                        .with("price_yen", "198"));
        assertThat(priceOf("meguro", DAY)).contains(Yen.of(198));
        assertThat(priceOf("shibuya", DAY)).contains(Yen.of(248));
        assertThat(catalog.limitedOffers(coop, "meguro", DAY, 10))
                .singleElement()
                .satisfies(it -> assertThat(it.until()).contains(LocalDate.of(2026, 11, 23)));
        assertThat(catalog.limitedOffers(coop, "shibuya", DAY, 10)).isEmpty();
    }

    @Test
    @Rule("N-ORD-2")
    void aProductMayHaveALimitOfItsOwn() {
        take(good().with("max_per_order", "2"), good().with("jan", jan(2)));
        assertThat(catalog.product(coop, LEEK).orElseThrow().maxPerOrder())
                .isEqualTo(OptionalInt.of(2));
        assertThat(catalog.product(coop, new Jan(jan(2))).orElseThrow().maxPerOrder()).isEmpty();
    }

    @Test
    void manyOffersAreReadAtOnce() {
        take(good(), good().with("jan", jan(2)));
        var asked = List.of(LEEK, new Jan(jan(2)), new Jan(jan(3)));
        assertThat(catalog.offers(coop, "meguro", DAY, asked))
                .containsOnlyKeys(LEEK, new Jan(jan(2)));
        assertThat(catalog.offers(coop, "meguro", DAY, List.of())).isEmpty();
        assertThat(catalog.offers(coops.fresh(), "meguro", DAY, asked)).isEmpty();
    }

    @Test
    void aCategoryIsReadPartByPartInTheOrderOfTheShelves() {
        for (int number = 1; number <= 7; number++) {
            take(good().with("jan", jan(number)).with("shelf", "J-0" + (9 - number) / 2 + "-1"));
        }
        var read = new ArrayList<Offer>();
        Optional<Jan> after = Optional.empty();
        int parts = 0;
        do {
            var part = catalog.shelf(coop, "meguro", DAY, "vegetables", after, 3);
            read.addAll(part.offers());
            after = part.after();
            parts++;
        } while (after.isPresent());
        assertThat(parts).isEqualTo(3);
        assertThat(read).extracting(Offer::jan).doesNotHaveDuplicates().hasSize(7);
        assertThat(read).extracting(it -> it.product().shelf()).isSorted();
        assertThat(catalog.shelf(coop, "meguro", DAY, "meat", Optional.empty(), 3).offers())
                .isEmpty();
    }

    @Test
    void categoriesWithoutProductsAreNotShown() {
        take(good());
        assertThat(catalog.categories(coop))
                .extracting(Category::code)
                .containsExactly("vegetables");
        assertThat(catalog.category(coop, "vegetables").name()).isEqualTo("野菜");
        assertThatThrownBy(() -> catalog.category(coop, "meat")).isInstanceOf(NotFound.class);
    }

    private Optional<Yen> priceOf(String store, LocalDate day) {
        return catalog.offer(coop, store, day, LEEK).map(it -> it.price().yen());
    }

    private void take(ProductLines... lines) {
        products.take(coop, ProductLines.file(folder, (Object[]) lines), progress -> {});
    }
}
