package coop.kumiai.shop;

import coop.kumiai.orders.Cart;
import coop.kumiai.orders.Carts;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Visit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

import java.util.Optional;

/**
 * The cart of whoever asks, read once a request: the page and the frame around it show the same
 * one.
 */
@Component
@RequestScope
public class CurrentCart {
    private final Carts carts;
    private @Nullable Cart cart;

    CurrentCart(Carts carts) {
        this.carts = carts;
    }

    /** Empty for visitors and staff. */
    public Optional<Cart> of(Visit visit) {
        return visit.signedIn().filter(it -> !it.isStaff()).flatMap(it -> find(visit, it));
    }

    /** For a handler that only members may call. */
    public Cart ofMember(Visit visit) {
        if (cart == null) {
            cart = carts.view(visit.coopId(), visit.account());
        }
        return cart;
    }

    /** This request has just changed it to this. */
    public void became(Cart changed) {
        cart = changed;
    }

    /** This request has just changed what it depends on: it is read again. */
    public void forget() {
        cart = null;
    }

    private Optional<Cart> find(Visit visit, SignedIn member) {
        if (cart == null) {
            cart = carts.find(visit.coopId(), member.accountId()).orElse(null);
        }
        return Optional.ofNullable(cart);
    }
}
