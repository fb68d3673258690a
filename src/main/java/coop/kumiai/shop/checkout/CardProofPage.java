package coop.kumiai.shop.checkout;

import coop.kumiai.accounts.Errand;
import coop.kumiai.orders.CardCheckout;
import coop.kumiai.orders.CardOutcome;
import coop.kumiai.shop.Typed;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/**
 * 本人認証 (EMV 3-D Secure): the way to the card company and back (N-PAY-4). Coming back says nothing
 * by itself; the processor is asked.
 */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class CardProofPage {
    static final int ASK_AGAIN_SECONDS = 3;
    private final CardCheckout checkout;
    private final Pages pages;

    CardProofPage(CardCheckout checkout, Pages pages) {
        this.checkout = checkout;
        this.pages = pages;
    }

    /** Between the letter and the card company. */
    @GetMapping("/{coop}/orders/{order}/card")
    View go(
            Visit visit,
            @PathVariable String order,
            @RequestParam(defaultValue = "") String go,
            HttpSession session) {
        var outcome = checkout.find(visit.coopId(), visit.account(), Typed.id(order));
        return outcome instanceof CardOutcome.Challenge challenge && !go.isEmpty()
                ? refreshed(0, challenge.page().toString(), proof(visit, challenge))
                : answer(visit, outcome, session);
    }

    /** Back from the card company, or asking again. */
    @GetMapping("/{coop}/orders/{order}/paid")
    View back(Visit visit, @PathVariable String order, HttpSession session) {
        var id = Typed.id(order);
        return answer(
                visit,
                checkout.settle(visit.coopId(), visit.account(), visit.acting(), id),
                session);
    }

    @PostMapping("/{coop}/orders/{order}/put-off")
    View putOff(Visit visit, @PathVariable String order, HttpSession session) {
        var id = Typed.id(order);
        return answer(
                visit,
                checkout.putOff(visit.coopId(), visit.account(), visit.acting(), id),
                session);
    }

    private View answer(Visit visit, CardOutcome outcome, HttpSession session) {
        return switch (outcome) {
            case CardOutcome.Ordered ordered -> {
                Draft.drop(session, visit);
                yield SeeOther.at(visit.path("orders/" + ordered.order().id() + "/done"));
            }
            case CardOutcome.Unpaid unpaid -> unpaid(visit, unpaid);
            case CardOutcome.Challenge challenge -> proof(visit, challenge);
            case CardOutcome.Waiting waiting -> waiting(visit, waiting.orderId());
        };
    }

    /** The checkout again, with what to do about it. */
    static View unpaid(Visit visit, CardOutcome.Unpaid unpaid) {
        return SeeOther.at(visit.path("checkout?unpaid=" + unpaid.why().code()));
    }

    private View proof(Visit visit, CardOutcome.Challenge challenge) {
        return pages.page(
                visit,
                "カード会社の本人認証",
                "shop/checkout/proof.jte",
                Map.of("order", challenge.orderId(), "page", challenge.page().toString()));
    }

    private View waiting(Visit visit, UUID order) {
        return refreshed(
                ASK_AGAIN_SECONDS,
                visit.path("orders/" + order + "/paid"),
                pages.page(
                        visit,
                        "お支払いを確かめています",
                        "shop/checkout/waiting.jte",
                        Map.of("order", order)));
    }

    /** The page, and then by itself the next one; without waiting for it there is a link. */
    static View refreshed(int seconds, String next, View page) {
        return (model, request, response) -> {
            response.setHeader("Refresh", seconds + ";url=" + next);
            page.render(model, request, response);
        };
    }
}
