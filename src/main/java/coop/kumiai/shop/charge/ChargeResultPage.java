package coop.kumiai.shop.charge;

import coop.kumiai.charging.Charging;
import coop.kumiai.charging.OnlineCharge;
import coop.kumiai.kernel.Refused;
import coop.kumiai.payments.StorePayment;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.shop.Typed;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.Wallets;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/**
 * What came of a charge, or what is still to do for it: prove who one is, wait, or bring the money.
 */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/wallet/charge/{charge}")
class ChargeResultPage {
    private static final int ASK_AGAIN_SECONDS = 3;
    private final Charging charging;
    private final Wallets wallets;
    private final SignedInMember member;
    private final Pages pages;

    ChargeResultPage(Charging charging, Wallets wallets, SignedInMember member, Pages pages) {
        this.charging = charging;
        this.wallets = wallets;
        this.member = member;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit, @PathVariable String charge) {
        var memberId = member.of(visit).memberId();
        return page(visit, charging.find(visit.coopId(), memberId, Typed.id(charge)));
    }

    /** Back from the card company, or asking again. */
    @GetMapping("/paid")
    View paid(Visit visit, @PathVariable String charge) {
        var memberId = member.of(visit).memberId();
        return page(visit, charging.settle(visit.coopId(), memberId, Typed.id(charge)));
    }

    @PostMapping("/put-off")
    View putOff(Visit visit, @PathVariable String charge) {
        try {
            charging.putOff(visit.coopId(), member.of(visit).memberId(), Typed.id(charge));
        } catch (Refused paidMeanwhile) {
            return SeeOther.at(visit.path("account/wallet/charge/" + charge + "/paid"));
        }
        return SeeOther.at(visit.path("account/wallet/charge/" + charge));
    }

    private View page(Visit visit, OnlineCharge charge) {
        return switch (charge.state()) {
            case DONE -> done(visit, charge);
            case OVER, TROUBLE -> ended(visit, charge);
            case BEGUN ->
                    charge.channel() == Channel.CARD
                            ? byCard(visit, charge)
                            : atStore(visit, charge);
            case TAKING -> waiting(visit, charge);
        };
    }

    private View done(Visit visit, OnlineCharge charge) {
        return pages.page(
                visit,
                "チャージしました",
                "shop/charge/done.jte",
                Map.of(
                        "charge",
                        charge,
                        "balance",
                        wallets.get(visit.coopId(), charge.walletId()).money()));
    }

    private View ended(Visit visit, OnlineCharge charge) {
        return pages.page(visit, "チャージできませんでした", "shop/charge/ended.jte", Map.of("charge", charge));
    }

    private View byCard(Visit visit, OnlineCharge charge) {
        var proof = charging.proof(visit.coopId(), charge);
        return proof.isEmpty()
                ? waiting(visit, charge)
                : pages.page(
                        visit,
                        "カード会社の本人認証",
                        "shop/charge/proof.jte",
                        Map.of("charge", charge, "page", proof.get().toString()));
    }

    private View atStore(Visit visit, OnlineCharge charge) {
        var number = charging.number(visit.coopId(), charge);
        return number.state() == StorePayment.State.ASKED
                ? waiting(visit, charge)
                : pages.page(
                        visit,
                        "コンビニでのお支払い",
                        "shop/charge/number.jte",
                        Map.of("charge", charge, "number", number));
    }

    /** The page asks again by itself; without waiting for it there is a link. */
    private View waiting(Visit visit, OnlineCharge charge) {
        var page =
                pages.page(
                        visit, "お支払いを確かめています", "shop/charge/waiting.jte", Map.of("charge", charge));
        var next = visit.path("account/wallet/charge/" + charge.chargeId() + "/paid");
        return (model, request, response) -> {
            response.setHeader("Refresh", ASK_AGAIN_SECONDS + ";url=" + next);
            page.render(model, request, response);
        };
    }
}
