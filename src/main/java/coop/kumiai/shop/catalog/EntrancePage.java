package coop.kumiai.shop.catalog;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/**
 * The entrance: of a net shop its categories and what costs less for some days; of a co-op without
 * one the way to joining and to My Page.
 */
@Controller
@Allow(Who.VISITOR)
@WhileActing
class EntrancePage {
    private static final int MOST_LIMITED_OFFERS = 12;

    private final Catalog catalog;
    private final ProductCards cards;
    private final Pages pages;

    EntrancePage(Catalog catalog, ProductCards cards, Pages pages) {
        this.catalog = catalog;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping("/{coop}/")
    View show(Visit visit) {
        if (!visit.netShop()) {
            return pages.page(visit, "ようこそ", "shop/welcome.jte", Map.of());
        }
        var place = cards.place(visit);
        var limited =
                catalog.limitedOffers(
                        visit.coopId(), place.store().id(), place.day(), MOST_LIMITED_OFFERS);
        return pages.page(
                visit,
                "商品をえらぶ",
                "shop/catalog/home.jte",
                Map.of(
                        "store", place.store(),
                        "categories", catalog.categories(visit.coopId()),
                        "limited", cards.cards(visit, place, limited)));
    }
}
