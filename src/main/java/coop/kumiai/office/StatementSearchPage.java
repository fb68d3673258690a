package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.billing.BillingDesk;
import coop.kumiai.billing.Statement;
import coop.kumiai.billing.Statements;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.members.Member;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 請求をさがす: the latest statements of a member, paid or not. Who looked for whom is written down. */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/billing/statements")
class StatementSearchPage {
    private static final int LATEST = 12;
    private final MemberRegister register;
    private final BillingDesk desk;
    private final Statements statements;
    private final Audit audit;
    private final Pages pages;

    StatementSearchPage(
            MemberRegister register,
            BillingDesk desk,
            Statements statements,
            Audit audit,
            Pages pages) {
        this.register = register;
        this.desk = desk;
        this.statements = statements;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View ask(Visit visit) {
        return page(visit, "", List.of());
    }

    @PostMapping
    View find(Visit visit, @RequestParam(defaultValue = "") String words) {
        var tidy = JapaneseText.tidy(words);
        if (tidy.isEmpty()) {
            return page(visit, "", List.of());
        }
        audit.note(visit.coopId(), visit.account(), "members.searched", visit.account(), "請求の確認");
        return page(visit, words, found(visit.coopId(), tidy));
    }

    private List<Statement> found(CoopId coop, String words) {
        var named = register.search(coop, words).stream().map(Member::memberId).toList();
        return desk.payers(coop, named, PayerNumbers.in(words)).stream()
                .flatMap(it -> statements.of(coop, it, Optional.empty(), LATEST).stream())
                .toList();
    }

    private View page(Visit visit, String words, List<Statement> found) {
        return pages.form(
                visit,
                "請求をさがす",
                "office/billing/statements.jte",
                Map.of("sections", Workplace.sections(visit), "words", words, "statements", found),
                FormErrors.NONE);
    }
}
