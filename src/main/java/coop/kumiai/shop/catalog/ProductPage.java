package coop.kumiai.shop.catalog;

import coop.kumiai.accounts.Errand;
import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Product;
import coop.kumiai.favourites.Favourites;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.AlcoholTerms;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

import java.util.HashMap;

/**
 * One product with all that is to be known before buying it. One that the store does not sell is
 * shown, and says so.
 */
@Controller
@NetShop
@Allow(Who.VISITOR)
@WhileActing(Errand.ORDER)
class ProductPage {
    private final Catalog catalog;
    private final Favourites favourites;
    private final ProductCards cards;
    private final Policies policies;
    private final Pages pages;

    ProductPage(
            Catalog catalog,
            Favourites favourites,
            ProductCards cards,
            Policies policies,
            Pages pages) {
        this.catalog = catalog;
        this.favourites = favourites;
        this.cards = cards;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/product/{jan}")
    View show(Visit visit, @PathVariable String jan) {
        var product = product(visit, jan);
        var place = cards.place(visit);
        var offer = catalog.offer(visit.coopId(), place.store().id(), place.day(), product.jan());
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("product", product);
        parameters.put("category", catalog.category(visit.coopId(), product.category()));
        parameters.put("store", place.store());
        parameters.put("most", cards.most(visit, product));
        parameters.put("leastAge", policies.today(visit.coopId(), AlcoholTerms.class).leastAge());
        parameters.put("oftenShort", cards.isOftenShort(visit, place, product.jan()));
        parameters.put("label", catalog.label(visit.coopId(), product.jan()).orElse(null));
        parameters.put("favourite", favourite(visit, product));
        parameters.put("card", offer.map(it -> cards.card(visit, place, it)).orElse(null));
        return pages.page(visit, product.name(), "shop/catalog/product.jte", parameters);
    }

    /** Null for whoever cannot have favourites. */
    private @Nullable Boolean favourite(Visit visit, Product product) {
        return visit.signedIn()
                .filter(it -> !it.isStaff() && visit.may(Errand.ORDER))
                .map(it -> favourites.has(visit.coopId(), visit.account(), product.jan()))
                .orElse(null);
    }

    private Product product(Visit visit, String jan) {
        return Jan.read(jan)
                .flatMap(code -> catalog.product(visit.coopId(), code))
                .orElseThrow(() -> new NotFound("product"));
    }
}
