package coop.kumiai.shop.checkout;

import coop.kumiai.accounts.Errand;
import coop.kumiai.payments.CardBrand;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PublicAddress;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpSession;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The way to the processor's page where a card is typed, and back with a token for it: no number
 * ever reaches us (N-PAY-3). What is worth knowing of cards stands before it (N-PAY-5).
 */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class CardEntryPage {
    private static final String STATE = "card-state";
    private static final String AFTER = "card-after";
    private static final int LAST = 4;
    private final Environment environment;
    private final PublicAddress address;
    private final Policies policies;
    private final Pages pages;
    private final Clock clock;

    CardEntryPage(
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

    /**
     * @param order whose change the card shall pay for; empty at the checkout
     */
    @GetMapping("/{coop}/checkout/card")
    View show(Visit visit, @RequestParam Optional<UUID> order, HttpSession session) {
        session.setAttribute(
                AFTER, order.map("orders/%s/change/card"::formatted).orElse("checkout/confirm"));
        return page(visit, session, FormErrors.NONE);
    }

    /** Back from the processor; only for whoever went there out of this browser. */
    @GetMapping("/{coop}/checkout/card/back")
    View back(
            Visit visit,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String brand,
            @RequestParam(defaultValue = "") String maskedCardNumber,
            HttpSession session) {
        if (state.isEmpty() || !state.equals(session.getAttribute(STATE)) || token.isEmpty()) {
            return SeeOther.at(visit.path("checkout/card"));
        }
        session.removeAttribute(STATE);
        var taken = CardBrand.of(brand);
        if (taken.isEmpty()) {
            return page(visit, session, FormErrors.ofWhole(List.of(OfCard.BRAND_NOT_TAKEN)));
        }
        new TypedCard(token, taken.get(), lastFour(maskedCardNumber), clock.instant())
                .keep(session, visit);
        return SeeOther.at(visit.path(after(session)));
    }

    private static String after(HttpSession session) {
        return session.getAttribute(AFTER) instanceof String path ? path : "checkout/confirm";
    }

    private View page(Visit visit, HttpSession session, FormErrors errors) {
        var state = UUID.randomUUID().toString();
        session.setAttribute(STATE, state);
        return pages.form(
                visit,
                "カードの入力",
                "shop/checkout/card.jte",
                Map.of(
                        "processor",
                        processor(visit, state),
                        "terms",
                        policies.today(visit.coopId(), CardTerms.class)),
                errors);
    }

    private String processor(Visit visit, String state) {
        return UriComponentsBuilder.fromUriString(
                        environment.getRequiredProperty("kumiai.processor.pages") + "/card")
                .queryParam("return", "{return}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(address.of(visit.coopId(), "checkout/card/back"), state)
                .toUriString();
    }

    private static String lastFour(String masked) {
        return masked.length() < LAST ? masked : masked.substring(masked.length() - LAST);
    }
}
