package coop.kumiai.shop.card;

import coop.kumiai.cards.CardCodeTerms;
import coop.kumiai.cards.CardRefusal;
import coop.kumiai.cards.Cards;
import coop.kumiai.cards.WalletBadges;
import coop.kumiai.cards.WalletPasses;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.members.Member;
import coop.kumiai.membership.CardNames;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.QrCode;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

/**
 * 組合員証: name, number and a code that changes (X-CARD-1), on a smartphone (M-CARD-3). What a phone
 * keeps for showing without a network has no code.
 */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/card")
class CardPage {
    private final SignedInMember signedIn;
    private final Cards cards;
    private final WalletPasses wallets;
    private final WalletBadges badges;
    private final CardNames names;
    private final Policies policies;
    private final Pages pages;
    private final Clock clock;
    private final String publicUrl;

    CardPage(
            SignedInMember signedIn,
            Cards cards,
            WalletPasses wallets,
            WalletBadges badges,
            CardNames names,
            Policies policies,
            Pages pages,
            Clock clock,
            @Value("${kumiai.public-url}") String publicUrl) {
        this.signedIn = signedIn;
        this.cards = cards;
        this.wallets = wallets;
        this.badges = badges;
        this.names = names;
        this.policies = policies;
        this.pages = pages;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    View show(Visit visit, HttpServletRequest request) {
        var member = signedIn.of(visit);
        var refusal = cards.refusal(visit.coopId(), member);
        if (refusal.isPresent()) {
            return none(visit, refusal.get());
        }
        if (terms(visit).smartphonesOnly() && !Smartphone.asks(request)) {
            return onAPhone(visit);
        }
        return cards.of(visit.coopId(), member.memberId())
                .map(card -> card(visit, member))
                .orElseGet(() -> pages.page(visit, "組合員証", "shop/card/begin.jte", Map.of()));
    }

    @PostMapping
    View begin(Visit visit) {
        cards.issue(visit.coopId(), signedIn.of(visit).memberId());
        return SeeOther.at(visit.path("account/card"));
    }

    /** The code alone, renewed by the open page for a while. */
    @GetMapping("/code")
    View code(Visit visit, @RequestParam(defaultValue = "0") int turn) {
        return pages.part(
                visit,
                "shop/card/code.jte",
                Map.of("code", codeView(visit, signedIn.of(visit), turn)));
    }

    /** What a phone keeps: for showing only, and it says so. */
    @GetMapping("/offline")
    View offline(Visit visit) {
        var member = signedIn.of(visit);
        var refusal = cards.refusal(visit.coopId(), member);
        return refusal.isPresent()
                ? SeeOther.at(visit.path("account/card"))
                : pages.page(
                        visit,
                        "組合員証（オフライン）",
                        "shop/card/offline.jte",
                        Map.of(
                                "card",
                                view(visit, member),
                                "kept",
                                JapaneseDates.moment(clock.instant())));
    }

    @RecentProof
    @GetMapping("/replace")
    View askReplace(Visit visit) {
        return pages.page(visit, "組合員証の作り直し", "shop/card/replace.jte", Map.of());
    }

    @RecentProof
    @PostMapping("/replace")
    View replace(Visit visit) {
        cards.replace(visit.coopId(), signedIn.of(visit).memberId());
        return SeeOther.at(visit.path("account/card"));
    }

    private View none(Visit visit, CardRefusal refusal) {
        return pages.page(
                visit, "組合員証", "shop/card/none.jte", Map.of("sentence", refusal.sentence()));
    }

    /** The way to the phone: the address of this page, to be read off the screen. */
    private View onAPhone(Visit visit) {
        var address = publicUrl + visit.path("account/card");
        return pages.page(
                visit,
                "組合員証",
                "shop/card/phone.jte",
                Map.of("address", address, "qr", QrCode.of(address)));
    }

    private View card(Visit visit, Member member) {
        return pages.page(
                visit,
                "組合員証",
                "shop/card/card.jte",
                Map.of(
                        "card",
                        view(visit, member),
                        "code",
                        codeView(visit, member, 0),
                        "apple",
                        wallets.hasApple(visit.coopId()),
                        "google",
                        wallets.hasGoogle(visit.coopId()),
                        "appleBadge",
                        badges.apple().isPresent(),
                        "googleBadge",
                        badges.google().isPresent()));
    }

    private CardView view(Visit visit, Member member) {
        return CardView.of(names.shown(visit.coopId(), member), member.memberCode().orElseThrow());
    }

    private CodeView codeView(Visit visit, Member member, int turn) {
        var terms = terms(visit);
        var code = cards.code(visit.coopId(), member.memberId());
        var left = Duration.between(clock.instant(), code.until());
        return new CodeView(
                QrCode.of(code.text()),
                CodeView.words(LocalTime.ofInstant(code.until(), clock.getZone())),
                left.plusMillis(999).toSeconds(),
                code.taken(),
                turn,
                turn < terms.shownFor().dividedBy(terms.valid()));
    }

    private CardCodeTerms terms(Visit visit) {
        return policies.today(visit.coopId(), CardCodeTerms.class);
    }
}
