package coop.kumiai.shop;

import coop.kumiai.catalog.Product;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.CartLine;
import coop.kumiai.web.Stepper;
import coop.kumiai.web.Visit;

import java.util.Optional;

/** The steppers of products, as the cart stands. */
public final class Steppers {
    private Steppers() {}

    /**
     * Of one product on any page: where it is in the cart, its limit is told when it is reached
     * (N-ORD-2).
     */
    public static Stepper of(Visit visit, Cart cart, Product product) {
        return of(visit.path("cart/lines"), cart, product);
    }

    /** The same in a template, which knows the root of the co-op's pages. */
    public static Stepper of(String action, Cart cart, Product product) {
        var line = line(cart, product);
        return new Stepper(
                action,
                product.jan().digits(),
                product.nameWithoutPack(),
                line.map(CartLine::quantity).orElse(0),
                line.map(CartLine::most).orElse(Integer.MAX_VALUE));
    }

    private static Optional<CartLine> line(Cart cart, Product product) {
        return cart.lines().stream()
                .filter(line -> line.product().jan().equals(product.jan()))
                .findFirst();
    }
}
