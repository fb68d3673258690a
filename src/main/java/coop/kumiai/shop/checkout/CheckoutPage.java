package coop.kumiai.shop.checkout;

import coop.kumiai.accounts.Errand;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.CutleryLimits;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.RemarksTerms;
import coop.kumiai.payments.CashOnDelivery;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.CurrentCart;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;

/** レジ, first step: how to pay, what to do about shortages, and wishes (N-ORD-3). */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class CheckoutPage {
    private final CurrentCart current;
    private final Orders orders;
    private final Policies policies;
    private final Pages pages;

    CheckoutPage(CurrentCart current, Orders orders, Policies policies, Pages pages) {
        this.current = current;
        this.orders = orders;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/checkout")
    View show(Visit visit, HttpSession session) {
        return current.ofMember(visit).problems().isEmpty()
                ? page(visit, Draft.of(session, visit), FormErrors.NONE)
                : SeeOther.at(visit.path("cart#problems"));
    }

    @PostMapping("/{coop}/checkout")
    View send(Visit visit, @RequestParam Map<String, String> fields, HttpSession session) {
        var form = CheckoutForm.sent(fields);
        var errors = errors(visit, form);
        if (!errors.isEmpty()) {
            return page(visit, form, errors);
        }
        Draft.keep(session, visit, form);
        return SeeOther.at(visit.path("checkout/confirm"));
    }

    private FormErrors errors(Visit visit, CheckoutForm form) {
        var errors = FormErrors.NONE;
        try {
            PaymentMethod.require(form.payment());
        } catch (Refused refused) {
            errors = FormErrors.of(refused.refusals());
        }
        if (!form.hasShortage()) {
            errors = errors.and("shortage", "品切れのときのご希望をお選びください。");
        }
        for (var refusal : orders.refusals(visit.coopId(), form.wishes())) {
            errors = errors.and(refusal.field(), refusal.sentence());
        }
        return errors;
    }

    private View page(Visit visit, CheckoutForm form, FormErrors errors) {
        var coop = visit.coopId();
        var fields =
                new CheckoutFields(
                        form,
                        errors,
                        policies.today(coop, CutleryLimits.class),
                        policies.today(coop, RemarksTerms.class),
                        policies.today(coop, CashOnDelivery.class));
        return pages.form(
                visit,
                "レジ",
                "shop/checkout/checkout.jte",
                Map.of("fields", fields, "cart", current.ofMember(visit)),
                errors);
    }
}
