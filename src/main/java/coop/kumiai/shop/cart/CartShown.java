package coop.kumiai.shop.cart;

import coop.kumiai.fulfilment.OftenShort;
import coop.kumiai.orders.Cart;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Set;

/** What every view of a cart shows. */
@Component
class CartShown {
    private final OftenShort oftenShort;

    CartShown(OftenShort oftenShort) {
        this.oftenShort = oftenShort;
    }

    /** The cart, what stands in the way of ordering it, and which of its goods often run out. */
    Map<String, Object> of(Visit visit, Cart cart) {
        return Map.of(
                "cart",
                cart,
                "problems",
                FormErrors.of(cart.problems()),
                "oftenShort",
                cart.delivery()
                        .map(it -> oftenShort.at(visit.coopId(), it.store().id()))
                        .orElse(Set.of()));
    }
}
