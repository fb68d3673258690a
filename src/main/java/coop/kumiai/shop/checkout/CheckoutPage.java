package coop.kumiai.shop.checkout;

import coop.kumiai.accounts.Errand;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.CutleryLimits;
import coop.kumiai.orders.DeliveryChoice;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.RemarksTerms;
import coop.kumiai.orders.SlotHolds;
import coop.kumiai.payments.CashOnDelivery;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.payments.PaymentWays;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** レジ, first step: how to pay, what to do about shortages, and wishes (N-ORD-3). */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class CheckoutPage {
    private final CurrentCart current;
    private final SlotHolds holds;
    private final CardWays cards;
    private final Orders orders;
    private final Policies policies;
    private final Pages pages;

    CheckoutPage(
            CurrentCart current,
            SlotHolds holds,
            CardWays cards,
            Orders orders,
            Policies policies,
            Pages pages) {
        this.current = current;
        this.holds = holds;
        this.cards = cards;
        this.orders = orders;
        this.policies = policies;
        this.pages = pages;
    }

    /**
     * @param unpaid the code of why a card was not charged just now, or empty
     */
    @GetMapping("/{coop}/checkout")
    View show(Visit visit, @RequestParam(defaultValue = "") String unpaid, HttpSession session) {
        if (!current.ofMember(visit).problems().isEmpty()) {
            return SeeOther.at(visit.path("cart#problems"));
        }
        if (holds.hold(visit.coopId(), visit.account())) {
            current.forget();
        }
        var errors = FormErrors.of(OfCard.of(unpaid).stream().toList());
        return page(visit, Draft.of(session, visit), errors, session);
    }

    @PostMapping("/{coop}/checkout")
    View send(Visit visit, @RequestParam Map<String, String> fields, HttpSession session) {
        var form = CheckoutForm.sent(fields);
        var errors = errors(visit, form);
        if (!errors.isEmpty()) {
            return page(visit, form, errors, session);
        }
        Draft.keep(session, visit, form);
        return SeeOther.at(visit.path(form.asksForCard() ? "checkout/card" : "checkout/confirm"));
    }

    private FormErrors errors(Visit visit, CheckoutForm form) {
        var errors = FormErrors.NONE;
        try {
            var ways = policies.today(visit.coopId(), PaymentWays.class);
            errors = FormErrors.of(ways.refusal(form.method()).stream().toList());
        } catch (Refused refused) {
            errors = FormErrors.of(refused.refusals());
        }
        if (!form.hasShortage()) {
            errors = errors.and("shortage", "品切れのときのご希望をお選びください。");
        }
        for (var refusal : refusals(visit, form, errors)) {
            errors = errors.and(refusal.field(), refusal.sentence());
        }
        return errors;
    }

    private List<Refusal> refusals(Visit visit, CheckoutForm form, FormErrors errors) {
        var refusals = new ArrayList<Refusal>(orders.refusals(visit.coopId(), form.wishes()));
        if (errors.isEmpty()) {
            current.ofMember(visit)
                    .delivery()
                    .map(it -> orders.refusals(it, form.method(), form.wishes()))
                    .ifPresent(refusals::addAll);
        }
        return refusals;
    }

    private View page(Visit visit, CheckoutForm form, FormErrors errors, HttpSession session) {
        var coop = visit.coopId();
        var fields =
                new CheckoutFields(
                        form,
                        errors,
                        policies.today(coop, CutleryLimits.class),
                        policies.today(coop, RemarksTerms.class),
                        policies.today(coop, CashOnDelivery.class),
                        policies.today(coop, PaymentWays.class),
                        TypedCard.find(session, visit),
                        cards.kept(visit),
                        current.ofMember(visit)
                                .delivery()
                                .filter(DeliveryChoice::isDriveThrough)
                                .isPresent(),
                        cards.canKeep(visit));
        return pages.form(
                visit,
                "レジ",
                "shop/checkout/checkout.jte",
                Map.of("fields", fields, "cart", current.ofMember(visit)),
                errors);
    }
}
