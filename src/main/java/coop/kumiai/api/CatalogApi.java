package coop.kumiai.api;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Category;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.ProductSearch;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.orders.ShoppingPlace;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What can be bought: at the store and on the day that the member has chosen, or at the viewing
 * store today (N-CAT-1, N-CAT-3).
 */
@RestController
@RequestMapping("/api/v1/{coop}")
@Allow(Who.VISITOR)
class CatalogApi {
    private final Catalog catalog;
    private final ProductSearch search;
    private final Deliveries deliveries;
    private final Policies policies;

    CatalogApi(Catalog catalog, ProductSearch search, Deliveries deliveries, Policies policies) {
        this.catalog = catalog;
        this.search = search;
        this.deliveries = deliveries;
        this.policies = policies;
    }

    @GetMapping("/categories")
    @Operation(summary = "The categories in the order of the shop")
    List<Category> categories(Visit visit) {
        return catalog.categories(visit.coopId());
    }

    /** A part of a category, in the order of the shelves. */
    @GetMapping("/products")
    @Operation(summary = "A part of a category, in the order of the shelves")
    Shelf products(
            Visit visit,
            @RequestParam String category,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var place = place(visit);
        var code = catalog.category(visit.coopId(), category).code();
        var part =
                catalog.shelf(
                        visit.coopId(),
                        place.store().id(),
                        place.day(),
                        code,
                        Jan.read(after),
                        limit);
        return new Shelf(
                place.store().id(),
                place.day(),
                products(visit, place, part.offers()),
                part.after().map(Jan::digits));
    }

    @GetMapping("/products/{jan}")
    @Operation(summary = "One product")
    ProductJson product(Visit visit, @PathVariable String jan) {
        var place = place(visit);
        var offer =
                Jan.read(jan)
                        .flatMap(
                                it ->
                                        catalog.offer(
                                                visit.coopId(),
                                                place.store().id(),
                                                place.day(),
                                                it))
                        .orElseThrow(() -> new NotFound("product"));
        var product = ProductJson.of(offer, rates(visit, place));
        return catalog.label(visit.coopId(), offer.product().jan())
                .map(product::with)
                .orElse(product);
    }

    /** Products that fit what somebody typed, the best first. */
    @GetMapping("/search")
    @Operation(summary = "Products that fit what somebody typed")
    Found search(
            Visit visit,
            @RequestParam String q,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "24") @Min(1) @Max(100) int limit) {
        var place = place(visit);
        var found = search.search(visit.coopId(), place.store().id(), place.day(), q, page, limit);
        return new Found(
                place.store().id(),
                place.day(),
                products(visit, place, found.offers()),
                found.total(),
                found.page(),
                found.pages());
    }

    /** Names that go on as somebody types. */
    @GetMapping("/suggestions")
    @Operation(summary = "Names that go on as somebody types")
    List<String> suggestions(Visit visit, @RequestParam String q) {
        var place = place(visit);
        return search.suggest(visit.coopId(), place.store().id(), place.day(), q);
    }

    private List<ProductJson> products(Visit visit, ShoppingPlace place, List<Offer> offers) {
        var rates = rates(visit, place);
        return offers.stream().map(offer -> ProductJson.of(offer, rates)).toList();
    }

    private ShoppingPlace place(Visit visit) {
        return deliveries.place(visit.coopId(), visit.signedIn().map(SignedIn::accountId));
    }

    private TaxRates rates(Visit visit, ShoppingPlace place) {
        return policies.at(visit.coopId(), TaxRates.class, place.day());
    }

    /**
     * @param next what to ask for as {@code after} for the part after this one
     */
    record Shelf(String storeId, LocalDate day, List<ProductJson> data, Optional<String> next) {}

    record Found(
            String storeId,
            LocalDate day,
            List<ProductJson> data,
            int total,
            int page,
            int pages) {}
}
