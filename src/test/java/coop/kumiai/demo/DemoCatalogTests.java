package coop.kumiai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.Product;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.testing.KumiaiTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The shelves of the demo co-op are full and in order. */
@KumiaiTest
class DemoCatalogTests {
    private static final CoopId MINATO = new CoopId("minato");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int MANY = 10_000;

    @Autowired Catalog catalog;

    @Test
    void everyStoreSellsHundredsOfProducts() {
        for (var store : List.of("shibuya", "meguro", "setagaya")) {
            assertThat(products(store)).hasSizeGreaterThan(600);
        }
    }

    @Test
    void namesAreUniqueAndEndInTheirPack() {
        assertThat(products("shibuya")).extracting(Product::name).doesNotHaveDuplicates();
        assertThat(products("shibuya")).allMatch(it -> it.name().endsWith(" " + it.unit()));
    }

    @Test
    void everyPictureIsThere() {
        assertThat(products("shibuya"))
                .allMatch(it -> getClass().getResource("/static/pictures/" + it.picture()) != null);
        assertThat(catalog.categories(MINATO))
                .allMatch(it -> getClass().getResource("/static/pictures/" + it.icon()) != null);
    }

    @Test
    void alcoholAndDailyGoodsBearTheStandardRate() {
        assertThat(products("shibuya"))
                .filteredOn(it -> it.alcohol() || it.category().equals("household"))
                .hasSizeGreaterThan(80)
                .allMatch(it -> it.taxClass() == TaxClass.STANDARD);
        assertThat(products("shibuya")).filteredOn(Product::soldByWeight).hasSizeGreaterThan(20);
    }

    @Test
    void manyFoodsSayWhatIsInThem() {
        assertThat(products("shibuya"))
                .filteredOn(it -> catalog.label(MINATO, it.jan()).isPresent())
                .hasSizeGreaterThan(60)
                .noneMatch(it -> it.category().equals("household"));
    }

    private List<Product> products(String store) {
        return catalog.categories(MINATO).stream()
                .flatMap(it -> offers(store, it.code()).stream())
                .map(Offer::product)
                .toList();
    }

    private List<Offer> offers(String store, String category) {
        return catalog.shelf(MINATO, store, DAY, category, Optional.empty(), MANY).offers();
    }
}
