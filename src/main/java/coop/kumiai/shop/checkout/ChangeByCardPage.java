package coop.kumiai.shop.checkout;

import coop.kumiai.accounts.Errand;
import coop.kumiai.amendments.Amendments;
import coop.kumiai.amendments.CardChange;
import coop.kumiai.amendments.CardChanges;
import coop.kumiai.amendments.CardChanges.ShownChange;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.Typed;
import coop.kumiai.shop.change.ChangeShown;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Choice;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PublicAddress;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A changed order that a card pays for in the place of cash (N-ORD-6): the card is chosen or typed,
 * the change is confirmed, and counts once the card has granted it (N-PAY-4).
 */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
@RequestMapping("/{coop}/orders/{order}/change/card")
class ChangeByCardPage {
    private final Amendments amendments;
    private final CardChanges changes;
    private final CardWays cards;
    private final PublicAddress address;
    private final Pages pages;

    ChangeByCardPage(
            Amendments amendments,
            CardChanges changes,
            CardWays cards,
            PublicAddress address,
            Pages pages) {
        this.amendments = amendments;
        this.changes = changes;
        this.cards = cards;
        this.address = address;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit, @PathVariable String order, HttpSession session) {
        return page(visit, Typed.id(order), session, FormErrors.NONE);
    }

    @PostMapping
    View accept(
            Visit visit,
            @PathVariable String order,
            @RequestParam Map<String, String> sent,
            HttpSession session) {
        var id = Typed.id(order);
        var form = CheckoutForm.sent(sent);
        var card = cards.choice(visit, session, form);
        if (form.asksForCard() || card.isEmpty()) {
            return SeeOther.at(visit.path("checkout/card?order=" + id));
        }
        var draft = Typed.id(sent.getOrDefault("draft", ""));
        var shown = new ShownChange(id, draft, sent.getOrDefault("revision", ""));
        try {
            var outcome =
                    changes.accept(
                            visit.coopId(),
                            visit.account(),
                            visit.acting(),
                            shown,
                            card.get(),
                            tried -> address.of(visit.coopId(), path(id, tried)));
            TypedCard.drop(session, visit);
            return answer(visit, id, outcome, session);
        } catch (Refused refused) {
            return page(visit, id, session, FormErrors.ofWhole(refused.refusals()));
        }
    }

    /** Back from the card company, or asking again. */
    @GetMapping("/{tried}")
    View back(
            Visit visit,
            @PathVariable String order,
            @PathVariable String tried,
            HttpSession session) {
        var id = Typed.id(order);
        try {
            var outcome =
                    changes.settle(
                            visit.coopId(), visit.account(), visit.acting(), Typed.id(tried));
            return answer(visit, id, outcome, session);
        } catch (Refused refused) {
            return page(visit, id, session, FormErrors.ofWhole(refused.refusals()));
        }
    }

    @PostMapping("/{tried}/put-off")
    View putOff(Visit visit, @PathVariable String order, @PathVariable String tried) {
        var id = changes.putOff(visit.coopId(), visit.account(), Typed.id(tried));
        return SeeOther.at(visit.path("orders/" + id + "/change/confirm"));
    }

    private View answer(Visit visit, UUID order, CardChange outcome, HttpSession session) {
        return switch (outcome) {
            case CardChange.Accepted accepted ->
                    SeeOther.at(visit.path("orders/" + order + "/change/done"));
            case CardChange.Unpaid unpaid ->
                    page(visit, order, session, FormErrors.ofWhole(List.of(unpaid.why())));
            case CardChange.Challenge challenge -> {
                var next = challenge.page().toString();
                yield CardProofPage.refreshed(0, next, proof(visit, order, challenge));
            }
            case CardChange.Waiting waiting ->
                    CardProofPage.refreshed(
                            CardProofPage.ASK_AGAIN_SECONDS,
                            visit.path(path(order, waiting.tryId())),
                            waiting(visit, order, waiting));
        };
    }

    private View proof(Visit visit, UUID order, CardChange.Challenge challenge) {
        return pages.page(
                visit,
                "カード会社の本人認証",
                "shop/change/proof.jte",
                Map.of(
                        "order",
                        order,
                        "tried",
                        challenge.tryId(),
                        "page",
                        challenge.page().toString()));
    }

    private View waiting(Visit visit, UUID order, CardChange.Waiting waiting) {
        return pages.page(
                visit,
                "お支払いを確かめています",
                "shop/change/waiting.jte",
                Map.of("order", order, "tried", waiting.tryId()));
    }

    private View page(Visit visit, UUID order, HttpSession session, FormErrors errors) {
        var proposal = amendments.view(visit.coopId(), visit.account(), order);
        if (!proposal.needsCard()) {
            return SeeOther.at(visit.path("orders/" + order + "/change/confirm"));
        }
        var options = CheckoutFields.cards(TypedCard.find(session, visit), cards.kept(visit));
        return pages.form(
                visit,
                "お支払いのカード",
                "shop/change/card.jte",
                Map.of(
                        "shown",
                        new ChangeShown(proposal, true),
                        "cards",
                        Choice.oneOf("payment", "お使いになるカード", options)
                                .chosen(options.getFirst().value())),
                errors);
    }

    private static String path(UUID order, UUID tried) {
        return "orders/" + order + "/change/card/" + tried;
    }
}
