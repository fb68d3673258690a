package coop.kumiai.shop.history;

import coop.kumiai.accounts.Errand;
import coop.kumiai.orders.Orders;
import coop.kumiai.road.Arrivals;
import coop.kumiai.shop.Typed;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;

/** お届け時刻の目安 of a member's own order: the part of its page that narrows as the van comes. */
@Controller
class ArrivalPage {
    private final Orders orders;
    private final Arrivals arrivals;
    private final Pages pages;

    ArrivalPage(Orders orders, Arrivals arrivals, Pages pages) {
        this.orders = orders;
        this.arrivals = arrivals;
        this.pages = pages;
    }

    @Allow(Who.MEMBER)
    @WhileActing(Errand.ORDER)
    @GetMapping("/{coop}/orders/{order}/arrival")
    View show(Visit visit, @PathVariable String order, @RequestParam(defaultValue = "1") int look) {
        var own = orders.own(visit.coopId(), visit.account(), Typed.id(order));
        return pages.part(
                visit,
                "shop/history/arrival.jte",
                Map.of(
                        "arrival",
                        arrivals.of(visit.coopId(), own.id()),
                        "terms",
                        arrivals.terms(visit.coopId()),
                        "look",
                        Math.max(1, look),
                        "page",
                        visit.path("orders/" + own.id())));
    }
}
