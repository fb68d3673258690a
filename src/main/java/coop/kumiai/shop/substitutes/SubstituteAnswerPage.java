package coop.kumiai.shop.substitutes;

import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.Stores;
import coop.kumiai.substitution.Substitutes;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.Map;

/**
 * 代わりの品でよいですか: where the two links of the mail lead, without signing in. Opening it changes
 * nothing, because mail scanners open links too; the button answers, once (X-PICK-1).
 */
@Controller
@Allow(Who.VISITOR)
@RequestMapping("/{coop}/substitutes/{token}")
class SubstituteAnswerPage {
    private final Substitutes substitutes;
    private final Orders orders;
    private final Stores stores;
    private final Pages pages;
    private final Clock clock;

    SubstituteAnswerPage(
            Substitutes substitutes, Orders orders, Stores stores, Pages pages, Clock clock) {
        this.substitutes = substitutes;
        this.orders = orders;
        this.stores = stores;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View ask(
            Visit visit,
            @PathVariable String token,
            @RequestParam(defaultValue = "yes") String answer) {
        return page(visit, token, answer, FormErrors.NONE);
    }

    @PostMapping
    View answer(Visit visit, @PathVariable String token, @RequestParam String answer) {
        try {
            substitutes.answer(visit.coopId(), token, answer.equals("yes"));
            return SeeOther.at(visit.path("substitutes/" + token));
        } catch (Refused refused) {
            return page(visit, token, answer, FormErrors.ofWhole(refused.refusals()));
        }
    }

    private View page(Visit visit, String token, String answer, FormErrors errors) {
        var offer = substitutes.ofToken(visit.coopId(), token);
        var order = orders.get(visit.coopId(), offer.orderId());
        var sort =
                order.current().lines().stream()
                        .filter(it -> it.number() == offer.line())
                        .map(OrderLine::name)
                        .findFirst()
                        .orElse("");
        return pages.form(
                visit,
                "代わりの品のご確認",
                "shop/substitutes/answer.jte",
                Map.of(
                        "offer",
                        offer,
                        "state",
                        offer.stateAt(clock.instant()),
                        "sort",
                        sort,
                        "number",
                        order.number(),
                        "store",
                        stores.get(visit.coopId(), offer.slot().storeId()),
                        "action",
                        visit.path("substitutes/" + token),
                        "no",
                        answer.equals("no")),
                errors);
    }
}
