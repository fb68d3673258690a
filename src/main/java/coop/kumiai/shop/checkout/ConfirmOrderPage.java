package coop.kumiai.shop.checkout;

import coop.kumiai.accounts.Errand;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.orders.CardCheckout;
import coop.kumiai.orders.CardOutcome;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.PlaceOrder;
import coop.kumiai.orders.SlotHolds;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.CurrentCart;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.shop.Typed;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PublicAddress;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** レジ, second and third step: the letter that is confirmed once, and what happens next. */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class ConfirmOrderPage {
    private final CurrentCart current;
    private final SlotHolds holds;
    private final Orders orders;
    private final SignedInMember member;
    private final Members members;
    private final CardCheckout checkout;
    private final CardWays cards;
    private final PublicAddress address;
    private final Policies policies;
    private final Pages pages;

    ConfirmOrderPage(
            CurrentCart current,
            SlotHolds holds,
            Orders orders,
            SignedInMember member,
            Members members,
            CardCheckout checkout,
            CardWays cards,
            PublicAddress address,
            Policies policies,
            Pages pages) {
        this.current = current;
        this.holds = holds;
        this.orders = orders;
        this.member = member;
        this.members = members;
        this.checkout = checkout;
        this.cards = cards;
        this.address = address;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/checkout/confirm")
    View show(Visit visit, HttpSession session) {
        if (!current.ofMember(visit).problems().isEmpty()) {
            return SeeOther.at(visit.path("cart#problems"));
        }
        if (holds.hold(visit.coopId(), visit.account())) {
            current.forget();
        }
        return Draft.find(session, visit)
                .map(it -> it.asksForCard() ? it.withTypedCard() : it)
                .map(form -> letter(visit, form, List.of(), session))
                .orElseGet(() -> SeeOther.at(visit.path("checkout")));
    }

    @PostMapping("/{coop}/checkout/confirm")
    View confirm(Visit visit, @RequestParam Map<String, String> fields, HttpSession session) {
        var form = CheckoutForm.sent(fields);
        try {
            var asked =
                    new PlaceOrder(
                            fields.getOrDefault("key", ""),
                            Typed.id(fields.getOrDefault("cart", "")),
                            fields.getOrDefault("revision", ""),
                            form.method(),
                            form.wishes());
            if (form.byCard()) {
                return pay(visit, form, asked, session);
            }
            var order = place(visit, asked);
            Draft.drop(session, visit);
            return SeeOther.at(visit.path("orders/" + order.id() + "/done"));
        } catch (Refused refused) {
            current.forget();
            return letter(visit, form, refused.refusals(), session);
        }
    }

    /**
     * A typed card is good for one try: its token is spent then. Sent again, the letter finds what
     * became of that try.
     */
    private View pay(Visit visit, CheckoutForm form, PlaceOrder asked, HttpSession session) {
        var card = cards.choice(visit, session, form);
        if (card.isEmpty()) {
            return checkout.ofKey(visit.coopId(), visit.account(), asked.key())
                    .map(it -> answer(visit, it, session))
                    .orElseGet(() -> SeeOther.at(visit.path("checkout/card")));
        }
        var outcome =
                checkout.confirm(
                        visit.coopId(),
                        visit.account(),
                        visit.acting(),
                        asked,
                        card.get(),
                        id -> address.of(visit.coopId(), "orders/" + id + "/paid"));
        TypedCard.drop(session, visit);
        return answer(visit, outcome, session);
    }

    private static View answer(Visit visit, CardOutcome outcome, HttpSession session) {
        return switch (outcome) {
            case CardOutcome.Ordered ordered -> {
                Draft.drop(session, visit);
                yield SeeOther.at(visit.path("orders/" + ordered.order().id() + "/done"));
            }
            case CardOutcome.Challenge challenge ->
                    SeeOther.at(visit.path("orders/" + challenge.orderId() + "/card?go=1"));
            case CardOutcome.Waiting waiting ->
                    SeeOther.at(visit.path("orders/" + waiting.orderId() + "/card"));
            case CardOutcome.Unpaid unpaid -> CardProofPage.unpaid(visit, unpaid);
        };
    }

    private Order place(Visit visit, PlaceOrder confirmation) {
        var coop = visit.coopId();
        return visit.acting()
                .map(it -> orders.placeFor(coop, visit.account(), it, confirmation))
                .orElseGet(() -> orders.place(coop, visit.account(), confirmation));
    }

    @GetMapping("/{coop}/orders/{order}/done")
    View done(Visit visit, @PathVariable String order) {
        var placed = orders.own(visit.coopId(), visit.account(), Typed.id(order));
        return pages.page(
                visit,
                "ご注文を承りました",
                "shop/checkout/done.jte",
                Map.of("order", placed, "open", orders.closed(visit.coopId(), placed).isEmpty()));
    }

    private View letter(
            Visit visit, CheckoutForm form, List<Refusal> refusals, HttpSession session) {
        var asking = member.of(visit);
        return pages.page(
                visit,
                refusals.isEmpty() ? "ご注文の確認" : "入力の確認 ご注文",
                "shop/checkout/confirm.jte",
                Map.of(
                        "letter",
                        new OrderLetter(
                                visit.path(""),
                                asking.name().full(),
                                current.ofMember(visit),
                                form,
                                cards.words(visit, session, form),
                                shareDue(visit, asking)),
                        "terms",
                        policies.today(visit.coopId(), CardTerms.class),
                        "errors",
                        FormErrors.ofWhole(refusals),
                        "otherSlot",
                        refusals.stream().anyMatch(ConfirmOrderPage::asksForAnotherSlot),
                        "key",
                        UUID.randomUUID().toString()),
                refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Yen shareDue(Visit visit, Member asking) {
        return asking.hasJoined()
                ? Yen.ZERO
                : members.shareDue(visit.coopId(), asking.memberId()).orElse(Yen.ZERO);
    }

    private static boolean asksForAnotherSlot(Refusal refusal) {
        return refusal.field().equals("slot") || refusal.field().equals("address");
    }
}
