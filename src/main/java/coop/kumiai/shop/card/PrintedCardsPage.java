package coop.kumiai.shop.card;

import coop.kumiai.cards.OlderCards;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/**
 * 紙・ラミネートの組合員証 of a member (U-CARD-1): which there are, which of them count, whom to tell of a
 * loss.
 */
@Controller
@Allow(Who.MEMBER)
class PrintedCardsPage {
    private final SignedInMember signedIn;
    private final OlderCards cards;
    private final Pages pages;

    PrintedCardsPage(SignedInMember signedIn, OlderCards cards, Pages pages) {
        this.signedIn = signedIn;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/printed-cards")
    View show(Visit visit) {
        return pages.page(
                visit,
                "紙・ラミネートの組合員証",
                "shop/card/printed.jte",
                Map.of("cards", cards.of(visit.coopId(), signedIn.of(visit).memberId())));
    }
}
