package coop.kumiai.shop.statements;

import coop.kumiai.accounts.Errand;
import coop.kumiai.billing.Billing;
import coop.kumiai.billing.Issuer;
import coop.kumiai.billing.Statement;
import coop.kumiai.billing.Statements;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Papers;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 請求明細 of the member who has signed in (M-PAGE-1): the list, one of them, and files to keep. */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.STATEMENTS)
@RequestMapping("/{coop}/account/statements")
class StatementsPage {
    private static final int ON_A_PAGE = 12;
    private final SignedInMember signedIn;
    private final Statements statements;
    private final Billing billing;
    private final Policies policies;
    private final Pages pages;
    private final Papers papers;

    StatementsPage(
            SignedInMember signedIn,
            Statements statements,
            Billing billing,
            Policies policies,
            Pages pages,
            Papers papers) {
        this.signedIn = signedIn;
        this.statements = statements;
        this.billing = billing;
        this.policies = policies;
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping
    View list(Visit visit, @RequestParam Optional<LocalDate> before) {
        var member = member(visit);
        var found = statements.of(visit.coopId(), member, before, ON_A_PAGE + 1);
        var shown = found.stream().limit(ON_A_PAGE).toList();
        return pages.page(
                visit,
                "請求明細",
                "shop/statements/statements.jte",
                Map.of(
                        "statements",
                        shown,
                        "waiting",
                        before.isEmpty() ? billing.waiting(visit.coopId(), member) : List.of(),
                        "older",
                        found.size() > ON_A_PAGE ? shown.getLast().closedOn().toString() : ""));
    }

    @GetMapping("/{day}")
    View show(Visit visit, @PathVariable LocalDate day) {
        var statement = statements.get(visit.coopId(), member(visit), day);
        var all = content(visit, statement);
        all.put("settlements", statements.settlements(visit.coopId(), statement));
        return pages.page(visit, title(statement) + "請求明細", "shop/statements/statement.jte", all);
    }

    @GetMapping("/{day}/pdf")
    View pdf(Visit visit, @PathVariable LocalDate day) {
        var statement = statements.get(visit.coopId(), member(visit), day);
        var all = content(visit, statement);
        all.put("coop", visit.coop());
        return papers.pdf("shop/statements/paper.jte", all, "請求明細-" + day + ".pdf");
    }

    @GetMapping("/{day}/csv")
    View csv(Visit visit, @PathVariable LocalDate day) {
        var statement = statements.get(visit.coopId(), member(visit), day);
        var lines = statements.lines(visit.coopId(), statement);
        return papers.csv(StatementCsv.of(statement, lines), "請求明細-" + day + ".csv");
    }

    private Map<String, Object> content(Visit visit, Statement statement) {
        var lines = statements.lines(visit.coopId(), statement);
        var all = new HashMap<String, Object>();
        all.put("statement", statement);
        all.put("lines", lines);
        all.put("totals", statements.totals(lines));
        all.put("issuer", policies.at(visit.coopId(), Issuer.class, statement.closedOn()));
        return all;
    }

    private UUID member(Visit visit) {
        return signedIn.of(visit).memberId();
    }

    /** As people say which one they mean: 2026年11月分. */
    static String title(Statement statement) {
        return "%d年%d月分の"
                .formatted(statement.closedOn().getYear(), statement.closedOn().getMonthValue());
    }
}
