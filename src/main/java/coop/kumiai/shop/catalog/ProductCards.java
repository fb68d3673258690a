package coop.kumiai.shop.catalog;

import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.Product;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.catalog.UnitPrice;
import coop.kumiai.fulfilment.OftenShort;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.orders.OrderLimits;
import coop.kumiai.orders.ShoppingPlace;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.CurrentCart;
import coop.kumiai.web.ProductCard;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Stepper;
import coop.kumiai.web.Visit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows products as whoever asks sees them: prices of the store and day, and for members how many
 * are in the cart.
 */
@Component
public class ProductCards {
    private final Deliveries deliveries;
    private final CurrentCart current;
    private final OftenShort oftenShort;
    private final Policies policies;

    ProductCards(
            Deliveries deliveries, CurrentCart current, OftenShort oftenShort, Policies policies) {
        this.deliveries = deliveries;
        this.current = current;
        this.oftenShort = oftenShort;
        this.policies = policies;
    }

    /** Where steppers post to. */
    static String stepperAction(Visit visit) {
        return visit.path("cart/lines");
    }

    /** The store and day whose range and prices this visit sees (N-CAT-1, N-CAT-3). */
    public ShoppingPlace place(Visit visit) {
        return deliveries.place(visit.coopId(), account(visit));
    }

    /** The offers of a place, one card each. */
    public List<ProductCard> cards(Visit visit, ShoppingPlace place, Collection<Offer> offers) {
        var cart = current.of(visit);
        var rates = policies.at(visit.coopId(), TaxRates.class, place.day());
        var often = oftenShort.at(visit.coopId(), place.store().id());
        return offers.stream()
                .map(it -> card(visit, it, rates, cart, marks(it, often.contains(it.jan()))))
                .toList();
    }

    /** Whether the store of a place often has too little of a product. */
    boolean isOftenShort(Visit visit, ShoppingPlace place, Jan jan) {
        return oftenShort.at(visit.coopId(), place.store().id()).contains(jan);
    }

    ProductCard card(Visit visit, ShoppingPlace place, Offer offer) {
        return cards(visit, place, List.of(offer)).getFirst();
    }

    /** How many of a product one order may have (N-ORD-2). */
    int most(Visit visit, Product product) {
        return product.maxPerOrder()
                .orElseGet(() -> policies.today(visit.coopId(), OrderLimits.class).mostOfOne());
    }

    private ProductCard card(
            Visit visit, Offer offer, TaxRates rates, Optional<Cart> cart, List<String> marks) {
        var product = offer.product();
        int percent = rates.percent(offer.taxClass());
        var inTax = offer.piecePrice().inTax(percent);
        return new ProductCard(
                product.name(),
                product.maker(),
                visit.path("product/" + product.jan()),
                "/pictures/" + product.picture(),
                inTax,
                offer.piecePrice().exTax(percent),
                offer.taxClass() == TaxClass.REDUCED,
                unitPrice(offer, inTax, rates),
                marks,
                null,
                cart.map(it -> stepper(visit, product, it)).orElse(null));
    }

    private Stepper stepper(Visit visit, Product product, Cart cart) {
        Jan jan = product.jan();
        return new Stepper(
                stepperAction(visit),
                jan.digits(),
                product.nameWithoutPack(),
                cart.quantityOf(jan),
                most(visit, product));
    }

    private static Optional<UUID> account(Visit visit) {
        return visit.signedIn().map(SignedIn::accountId);
    }

    private static @Nullable String unitPrice(Offer offer, Yen inTax, TaxRates rates) {
        var product = offer.product();
        return product.soldByWeight()
                ? "100gあたり %s・お届けの重さで決まります".formatted(offer.inTax(rates))
                : UnitPrice.of(product.unit(), inTax).map(UnitPrice::toString).orElse(null);
    }

    private static List<String> marks(Offer offer, boolean oftenShort) {
        var marks = new ArrayList<String>();
        offer.until().ifPresent(day -> marks.add(JapaneseDates.day(day) + "までの価格"));
        if (offer.product().soldByWeight()) {
            marks.add("グラム売り");
        }
        if (offer.product().alcohol()) {
            marks.add("お酒");
        }
        if (oftenShort) {
            marks.add("品切れが多めです");
        }
        return marks;
    }
}
