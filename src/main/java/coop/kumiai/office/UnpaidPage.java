package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.billing.BillingDesk;
import coop.kumiai.billing.OpenDue;
import coop.kumiai.billing.OpenDueKey;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 未収一覧: statements that are not paid, the most urgent first, a page at a time. */
@Controller
@Allow(Who.DESK)
class UnpaidPage {
    private static final int ON_A_PAGE = 50;
    private static final int PARTS = 3;
    private final BillingDesk desk;
    private final Audit audit;
    private final Pages pages;

    UnpaidPage(BillingDesk desk, Audit audit, Pages pages) {
        this.desk = desk;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping("/{coop}/office/billing/unpaid")
    View show(Visit visit, @RequestParam Optional<String> after) {
        var coop = visit.coopId();
        audit.noteLook(coop, visit.account(), "billing.unpaid-listed", visit.account(), "未収一覧");
        var found = desk.unpaid(coop, after.map(UnpaidPage::key), ON_A_PAGE + 1);
        var shown = found.stream().limit(ON_A_PAGE).toList();
        return pages.page(
                visit,
                "未収一覧",
                "office/billing/unpaid.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "dues",
                        shown,
                        "open",
                        desk.total(coop),
                        "next",
                        found.size() > ON_A_PAGE ? written(shown.getLast()) : ""));
    }

    private static String written(OpenDue due) {
        return due.payBy() + "_" + due.memberId() + "_" + due.closedOn();
    }

    private static OpenDueKey key(String written) {
        var parts = written.split("_", -1);
        try {
            if (parts.length == PARTS) {
                return new OpenDueKey(
                        LocalDate.parse(parts[0]),
                        UUID.fromString(parts[1]),
                        LocalDate.parse(parts[2]));
            }
        } catch (DateTimeException | IllegalArgumentException garbled) {
            throw new NotFound("page");
        }
        throw new NotFound("page");
    }
}
