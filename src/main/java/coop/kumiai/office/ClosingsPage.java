package coop.kumiai.office;

import coop.kumiai.billing.Billing;
import coop.kumiai.billing.BillingDesk;
import coop.kumiai.billing.Closing;
import coop.kumiai.billing.ClosingTerms;
import coop.kumiai.billing.Closings;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.Optional;

/**
 * 請求 at the desk: the closings with their sums, how far the one under way has come, what is open.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/billing")
class ClosingsPage {
    private static final int ON_A_PAGE = 24;
    private final Closings closings;
    private final Billing billing;
    private final BillingDesk desk;
    private final Policies policies;
    private final Pages pages;

    ClosingsPage(
            Closings closings, Billing billing, BillingDesk desk, Policies policies, Pages pages) {
        this.closings = closings;
        this.billing = billing;
        this.desk = desk;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit) {
        var coop = visit.coopId();
        var latest = closings.latest(coop, ON_A_PAGE);
        return pages.page(
                visit,
                "請求",
                "office/billing/closings.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "terms",
                        policies.today(coop, ClosingTerms.class),
                        "closings",
                        latest,
                        "underWay",
                        latest.stream().filter(it -> !it.isDone()).findFirst(),
                        "waiting",
                        billing.waiting(coop),
                        "open",
                        desk.total(coop),
                        "receipts",
                        desk.countWaiting(coop)));
    }

    /** How far the closing under way has come, for the page that asks again and again. */
    @GetMapping("/progress")
    View progress(Visit visit) {
        Optional<Closing> underWay =
                closings.latest(visit.coopId(), 1).stream().filter(it -> !it.isDone()).findFirst();
        return pages.part(visit, "office/billing/progress.jte", Map.of("underWay", underWay));
    }
}
