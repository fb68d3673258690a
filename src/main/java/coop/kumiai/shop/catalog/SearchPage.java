package coop.kumiai.shop.catalog;

import coop.kumiai.accounts.Errand;
import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.ProductSearch;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Link;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Paging;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** The products that fit what was typed, and names to go on with while it is being typed. */
@Controller
@NetShop
@Allow(Who.VISITOR)
@WhileActing(Errand.ORDER)
class SearchPage {
    private static final int PAGE_SIZE = 24;
    private static final int LONGEST_SHOWN = 60;
    private static final Pattern PAGE_NUMBER = Pattern.compile("[0-9]{1,4}");

    private final Catalog catalog;
    private final ProductSearch search;
    private final ProductCards cards;
    private final Pages pages;

    SearchPage(Catalog catalog, ProductSearch search, ProductCards cards, Pages pages) {
        this.catalog = catalog;
        this.search = search;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping("/{coop}/search")
    View show(
            Visit visit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String page) {
        var typed = shown(q);
        var place = cards.place(visit);
        var found =
                search.search(
                        visit.coopId(),
                        place.store().id(),
                        place.day(),
                        typed,
                        number(page),
                        PAGE_SIZE);
        return pages.page(
                visit,
                typed.isEmpty() ? "商品をさがす" : "「" + typed + "」の検索結果",
                "shop/catalog/search.jte",
                Map.of(
                        "typed",
                        typed,
                        "partial",
                        found.partial(),
                        "categories",
                        catalog.categories(visit.coopId()),
                        "paging",
                        new Paging(
                                found.page(),
                                found.pages(),
                                found.total(),
                                href(visit, typed) + "&page="),
                        "products",
                        cards.cards(visit, place, found.offers())));
    }

    @GetMapping("/{coop}/search/suggestions")
    View suggest(Visit visit, @RequestParam(defaultValue = "") String q) {
        var place = cards.place(visit);
        var names = search.suggest(visit.coopId(), place.store().id(), place.day(), shown(q));
        return pages.part(
                "shop/catalog/suggestions.jte",
                Map.of(
                        "suggestions",
                        names.stream().map(name -> new Link(name, href(visit, name))).toList()));
    }

    private static String href(Visit visit, String typed) {
        return visit.path("search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }

    private static String shown(String typed) {
        var text = JapaneseText.tidy(typed);
        int most = Math.min(JapaneseText.length(text), LONGEST_SHOWN);
        return text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static int number(String page) {
        return PAGE_NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 1;
    }
}
