package coop.kumiai.shop.favourites;

import coop.kumiai.accounts.Errand;
import coop.kumiai.catalog.Jan;
import coop.kumiai.favourites.Favourite;
import coop.kumiai.favourites.Favourites;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.Ways;
import coop.kumiai.shop.catalog.ProductCards;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Link;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.Optional;

/** お気に入り: the list, and the button that stands at a product (N-FAV-1). */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class FavouritesPage {
    private static final int PAGE_SIZE = 24;

    private final Favourites favourites;
    private final ProductCards cards;
    private final Pages pages;

    FavouritesPage(Favourites favourites, ProductCards cards, Pages pages) {
        this.favourites = favourites;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping("/{coop}/favourites")
    View show(Visit visit, @RequestParam(defaultValue = "") String after) {
        return page(visit, Jan.read(after), FormErrors.NONE);
    }

    @PostMapping("/{coop}/favourites")
    View change(
            Visit visit,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String wish,
            HttpServletRequest request) {
        var jan = Jan.read(product).orElseThrow(() -> new NotFound("product"));
        if (!wish.equals("add")) {
            favourites.remove(visit.coopId(), visit.account(), jan);
            return Ways.back(visit, request, "favourites");
        }
        try {
            favourites.add(visit.coopId(), visit.account(), jan);
        } catch (Refused refused) {
            return page(visit, Optional.empty(), FormErrors.ofWhole(refused.refusals()));
        }
        return Ways.back(visit, request, "favourites");
    }

    private View page(Visit visit, Optional<Jan> after, FormErrors errors) {
        var place = cards.place(visit);
        var list = favourites.list(visit.coopId(), visit.account(), after, PAGE_SIZE);
        var offers = list.favourites().stream().flatMap(it -> it.offer().stream()).toList();
        var gone =
                list.favourites().stream()
                        .filter(it -> it.offer().isEmpty())
                        .map(Favourite::product)
                        .toList();
        var shown = new HashMap<String, @Nullable Object>();
        shown.put("store", place.store());
        shown.put("products", cards.cards(visit, place, offers));
        shown.put("gone", gone);
        shown.put("first", after.map(it -> link(visit, "はじめから見る", "")).orElse(null));
        shown.put(
                "next",
                list.next().map(it -> link(visit, "つぎの商品を見る", "?after=" + it)).orElse(null));
        return pages.form(visit, "お気に入り", "shop/favourites/favourites.jte", shown, errors);
    }

    private static Link link(Visit visit, String label, String query) {
        return new Link(label, visit.path("favourites" + query));
    }
}
