package coop.kumiai.shop.cart;

import coop.kumiai.accounts.Errand;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.DeliveryChoice;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.shop.CurrentCart;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.Optional;

/** カート: what is in it, until when, what it comes to, and what stands in the way (N-CART-1). */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class CartPage {
    private final Carts carts;
    private final Orders orders;
    private final CurrentCart current;
    private final CartShown shown;
    private final Pages pages;

    CartPage(Carts carts, Orders orders, CurrentCart current, CartShown shown, Pages pages) {
        this.carts = carts;
        this.orders = orders;
        this.current = current;
        this.shown = shown;
        this.pages = pages;
    }

    @GetMapping("/{coop}/cart")
    View show(Visit visit) {
        return page(visit, current.ofMember(visit), FormErrors.NONE);
    }

    @PostMapping("/{coop}/cart/forget")
    View forget(Visit visit) {
        carts.forget(visit.coopId(), visit.account());
        return SeeOther.at(visit.path("cart"));
    }

    @PostMapping("/{coop}/cart/restore")
    View restore(Visit visit) {
        carts.restore(visit.coopId(), visit.account());
        return SeeOther.at(visit.path("cart"));
    }

    @PostMapping("/{coop}/cart/prices")
    View acceptPrices(Visit visit, @RequestParam(defaultValue = "") String revision) {
        try {
            carts.acceptPrices(visit.coopId(), visit.account(), revision);
        } catch (Refused refused) {
            return page(visit, current.ofMember(visit), FormErrors.ofWhole(refused.refusals()));
        }
        return SeeOther.at(visit.path("cart"));
    }

    private View page(Visit visit, Cart cart, FormErrors errors) {
        var all = new HashMap<>(shown.of(visit, cart));
        all.put("openOrder", openOrder(visit, cart));
        return pages.form(visit, "カート", "shop/cart/cart.jte", all, errors);
    }

    /** An order of the chosen slot that these goods could go with (X-ORD-2). */
    private Optional<Order> openOrder(Visit visit, Cart cart) {
        return cart.delivery()
                .filter(it -> !cart.isEmpty())
                .flatMap(DeliveryChoice::slot)
                .flatMap(it -> orders.openIn(visit.coopId(), visit.account(), it.id()));
    }
}
