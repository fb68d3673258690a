package coop.kumiai.shop;

import coop.kumiai.accounts.Errand;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.Carts;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import java.util.Optional;

/**
 * The cart of whoever asks, read once a request: the page and the frame around it show the same
 * one.
 */
@Component
public class CurrentCart {
    private static final String READ = CurrentCart.class.getName();
    private final Carts carts;

    CurrentCart(Carts carts) {
        this.carts = carts;
    }

    /** Empty for visitors and staff, and for representatives who are not to shop. */
    public Optional<Cart> of(Visit visit) {
        return visit.signedIn()
                .filter(it -> !it.isStaff() && visit.may(Errand.ORDER))
                .flatMap(it -> read().or(() -> find(visit, it)));
    }

    /** For a handler that only members may call. */
    public Cart ofMember(Visit visit) {
        return read().orElseGet(() -> keep(carts.view(visit.coopId(), visit.account())));
    }

    /** This request has just changed it to this. */
    public void became(Cart changed) {
        keep(changed);
    }

    /** This request has just changed what it depends on: it is read again. */
    public void forget() {
        request().removeAttribute(READ, RequestAttributes.SCOPE_REQUEST);
    }

    private Optional<Cart> find(Visit visit, SignedIn member) {
        var found = carts.find(visit.coopId(), member.accountId());
        found.ifPresent(CurrentCart::keep);
        return found;
    }

    private static Optional<Cart> read() {
        return Optional.ofNullable(
                (Cart) request().getAttribute(READ, RequestAttributes.SCOPE_REQUEST));
    }

    private static Cart keep(Cart cart) {
        request().setAttribute(READ, cart, RequestAttributes.SCOPE_REQUEST);
        return cart;
    }

    private static RequestAttributes request() {
        return RequestContextHolder.currentRequestAttributes();
    }
}
