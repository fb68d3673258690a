package coop.kumiai.shop.charge;

import coop.kumiai.payments.CardBrand;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.policies.Policies;
import coop.kumiai.wallet.Channel;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PublicAddress;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpSession;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * The way to the processor's page where a card is typed, and back with a token for it: no number
 * ever reaches us (N-PAY-3).
 */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/wallet/charge/card")
class ChargeCardPage {
    private static final String STATE = "charge-card-state";
    private static final int LAST = 4;
    private final Environment environment;
    private final PublicAddress address;
    private final Policies policies;
    private final Pages pages;
    private final Clock clock;

    ChargeCardPage(
            Environment environment,
            PublicAddress address,
            Policies policies,
            Pages pages,
            Clock clock) {
        this.environment = environment;
        this.address = address;
        this.policies = policies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View show(Visit visit, HttpSession session) {
        return page(visit, session, "");
    }

    /** Back from the processor; only for whoever went there out of this browser. */
    @GetMapping("/back")
    View back(
            Visit visit,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String brand,
            @RequestParam(defaultValue = "") String maskedCardNumber,
            HttpSession session) {
        var draft =
                ChargeDraft.find(session, visit)
                        .filter(it -> it.channel() == Channel.CARD && it.keptCard().isEmpty());
        if (draft.isEmpty()) {
            return SeeOther.at(visit.path("account/wallet/charge"));
        }
        if (state.isEmpty() || !state.equals(session.getAttribute(STATE)) || token.isEmpty()) {
            return SeeOther.at(visit.path("account/wallet/charge/card"));
        }
        session.removeAttribute(STATE);
        var taken = CardBrand.of(brand);
        if (taken.isEmpty()) {
            return page(visit, session, OfCard.BRAND_NOT_TAKEN.fact());
        }
        var typed =
                new ChargeDraft.Typed(
                        token, taken.get(), lastFour(maskedCardNumber), clock.instant());
        draft.get().with(typed).keep(session, visit);
        return SeeOther.at(visit.path("account/wallet/charge/confirm"));
    }

    private View page(Visit visit, HttpSession session, String wrong) {
        var state = UUID.randomUUID().toString();
        session.setAttribute(STATE, state);
        return pages.page(
                visit,
                "カードの入力",
                "shop/charge/card.jte",
                Map.of(
                        "processor",
                        processor(visit, state),
                        "terms",
                        policies.today(visit.coopId(), CardTerms.class),
                        "wrong",
                        wrong));
    }

    private String processor(Visit visit, String state) {
        return UriComponentsBuilder.fromUriString(
                        environment.getRequiredProperty("kumiai.processor.pages") + "/card")
                .queryParam("return", "{return}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(
                        address.of(visit.coopId(), "account/wallet/charge/card/back"), state)
                .toUriString();
    }

    private static String lastFour(String masked) {
        return masked.length() < LAST ? masked : masked.substring(masked.length() - LAST);
    }
}
