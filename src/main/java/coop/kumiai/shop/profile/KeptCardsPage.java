package coop.kumiai.shop.profile;

import coop.kumiai.payments.KeptCards;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.shop.Typed;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;

/** お支払いのカード: those that the processor keeps for the member, and the way to be rid of them. */
@Controller
@Allow(Who.MEMBER)
@NetShop
@RecentProof
class KeptCardsPage {
    private final KeptCards cards;
    private final SignedInMember member;
    private final Pages pages;

    KeptCardsPage(KeptCards cards, SignedInMember member, Pages pages) {
        this.cards = cards;
        this.member = member;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/payment-cards")
    View show(Visit visit, @RequestParam(defaultValue = "") String done) {
        return pages.page(
                visit,
                "お支払いのカード",
                "shop/profile/keptCards.jte",
                Map.of(
                        "cards",
                        cards.of(visit.coopId(), member.of(visit).memberId()),
                        "notices",
                        done.isEmpty() ? List.of() : List.of(Notice.done("カードの登録を消しました。"))));
    }

    @PostMapping("/{coop}/account/payment-cards/{card}/remove")
    View remove(Visit visit, @PathVariable String card) {
        cards.remove(visit.coopId(), member.of(visit).memberId(), Typed.id(card));
        return SeeOther.at(visit.path("account/payment-cards?done=removed"));
    }
}
