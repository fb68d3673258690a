package coop.kumiai.shop.catalog;

import coop.kumiai.accounts.Errand;
import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Link;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;

/** The products of one category (売場), in the order of the shelves. */
@Controller
@NetShop
@Allow(Who.VISITOR)
@WhileActing(Errand.ORDER)
class CategoryPage {
    private static final int PAGE_SIZE = 24;

    private final Catalog catalog;
    private final ProductCards cards;
    private final Pages pages;

    CategoryPage(Catalog catalog, ProductCards cards, Pages pages) {
        this.catalog = catalog;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping("/{coop}/category/{code}")
    View show(
            Visit visit, @PathVariable String code, @RequestParam(defaultValue = "") String after) {
        var category = catalog.category(visit.coopId(), code);
        var place = cards.place(visit);
        var part =
                catalog.shelf(
                        visit.coopId(),
                        place.store().id(),
                        place.day(),
                        code,
                        Jan.read(after),
                        PAGE_SIZE);
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("store", place.store());
        parameters.put("category", category);
        parameters.put("categories", catalog.categories(visit.coopId()));
        parameters.put("products", cards.cards(visit, place, part.offers()));
        parameters.put("first", after.isEmpty() ? null : link(visit, code, "はじめから見る", ""));
        parameters.put(
                "next",
                part.after()
                        .map(jan -> link(visit, code, "つぎの商品を見る", "?after=" + jan))
                        .orElse(null));
        return pages.page(visit, category.name(), "shop/catalog/category.jte", parameters);
    }

    private static Link link(Visit visit, String code, String label, String query) {
        return new Link(label, visit.path("category/" + code + query));
    }
}
