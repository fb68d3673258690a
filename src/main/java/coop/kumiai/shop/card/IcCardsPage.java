package coop.kumiai.shop.card;

import coop.kumiai.cards.IcCards;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/**
 * ICカード of a member (U-WAL-5): one press stops a lost one, at any hour and without a further
 * question; to resume it one proves who one is.
 */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/ic-cards")
class IcCardsPage {
    private final SignedInMember signedIn;
    private final IcCards cards;
    private final Pages pages;

    IcCardsPage(SignedInMember signedIn, IcCards cards, Pages pages) {
        this.signedIn = signedIn;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit) {
        return page(visit, "", FormErrors.NONE);
    }

    @PostMapping("/{card}/suspend")
    View suspend(Visit visit, @PathVariable UUID card) {
        var member = signedIn.of(visit).memberId();
        return done(
                visit,
                "カードの利用を止めました。残高とポイントはそのままです。",
                () -> cards.suspendOwn(visit.coopId(), member, card, visit.account()));
    }

    @RecentProof
    @GetMapping("/{card}/resume")
    View askResume(Visit visit, @PathVariable UUID card) {
        return pages.page(visit, "カードの再開", "shop/card/icResume.jte", Map.of("card", card));
    }

    @RecentProof
    @PostMapping("/{card}/resume")
    View resume(Visit visit, @PathVariable UUID card) {
        var member = signedIn.of(visit).memberId();
        return done(
                visit,
                "カードの利用を再開しました。",
                () -> cards.resumeOwn(visit.coopId(), member, card, visit.account()));
    }

    private View done(Visit visit, String sentence, Runnable doing) {
        try {
            doing.run();
            return page(visit, sentence, FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, "", FormErrors.ofWhole(refused.refusals()));
        }
    }

    private View page(Visit visit, String sentence, FormErrors errors) {
        return pages.form(
                visit,
                "ICカード",
                "shop/card/icCards.jte",
                Map.of(
                        "cards",
                        cards.of(visit.coopId(), signedIn.of(visit).memberId()),
                        "terms",
                        cards.terms(visit.coopId()),
                        "sentence",
                        sentence),
                errors);
    }
}
