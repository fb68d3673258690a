package coop.kumiai.shop.cart;

import coop.kumiai.accounts.Errand;
import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Product;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Carts;
import coop.kumiai.shop.CurrentCart;
import coop.kumiai.shop.Steppers;
import coop.kumiai.shop.Typed;
import coop.kumiai.shop.Ways;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;

/**
 * What the steppers of all pages post to: how many of one product are to be in the cart (N-ORD-2).
 */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class CartLines {
    private final Carts carts;
    private final Catalog catalog;
    private final CurrentCart current;
    private final CartShown shown;
    private final Pages pages;

    CartLines(Carts carts, Catalog catalog, CurrentCart current, CartShown shown, Pages pages) {
        this.carts = carts;
        this.catalog = catalog;
        this.current = current;
        this.shown = shown;
        this.pages = pages;
    }

    /** With script: the stepper and the cart around it come back. */
    @PostMapping(value = "/{coop}/cart/lines", headers = "HX-Request")
    View exchange(
            Visit visit,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "0") String step,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String page) {
        var of = product(visit, product);
        var refusal = change(visit, of, quantity, step);
        var stepper = Steppers.of(visit, current.ofMember(visit), of);
        var all = new HashMap<>(shown.of(visit, current.ofMember(visit)));
        all.put("stepper", refusal.isEmpty() ? stepper : stepper.noting(first(refusal)));
        all.put("onCartPage", page.endsWith(visit.path("cart")));
        return pages.part(visit, "shop/cart/exchange.jte", all);
    }

    /** Without script: back to the page that the stepper stood on. */
    @PostMapping("/{coop}/cart/lines")
    View submit(
            Visit visit,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "0") String step,
            HttpServletRequest request) {
        var refusal = change(visit, product(visit, product), quantity, step);
        return refusal.isEmpty()
                ? Ways.back(visit, request, "cart")
                : pages.form(
                        visit,
                        "カート",
                        "shop/cart/cart.jte",
                        shown.of(visit, current.ofMember(visit)),
                        refusal);
    }

    private FormErrors change(Visit visit, Product product, String quantity, String step) {
        var typed = Typed.number(quantity);
        var change = Typed.number(step);
        if (typed.isEmpty() || change.isEmpty()) {
            return FormErrors.of("", "数は数字で入れてください。");
        }
        try {
            var wish = typed.getAsInt() + change.getAsInt();
            current.became(carts.change(visit.coopId(), visit.account(), product.jan(), wish));
            return FormErrors.NONE;
        } catch (Refused refused) {
            return FormErrors.ofWhole(refused.refusals());
        }
    }

    private Product product(Visit visit, String jan) {
        return Jan.read(jan)
                .flatMap(it -> catalog.product(visit.coopId(), it))
                .orElseThrow(() -> new NotFound("product"));
    }

    private static String first(FormErrors errors) {
        return errors.list().getFirst().sentence();
    }
}
