package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.billing.BillingDesk;
import coop.kumiai.billing.SeenDue;
import coop.kumiai.billing.Statements;
import coop.kumiai.billing.TakeBacks;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
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

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** One statement at the desk, and money that is paid for it there. Who looked is written down. */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/billing/statements/{member}/{day}")
class StatementDeskPage {
    private static final int LATEST_RECEIPTS = 10;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}");
    private final Statements statements;
    private final BillingDesk desk;
    private final TakeBacks takeBacks;
    private final Audit audit;
    private final Pages pages;

    StatementDeskPage(
            Statements statements,
            BillingDesk desk,
            TakeBacks takeBacks,
            Audit audit,
            Pages pages) {
        this.statements = statements;
        this.desk = desk;
        this.takeBacks = takeBacks;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit, @PathVariable UUID member, @PathVariable LocalDate day) {
        return page(visit, member, day, "", "", FormErrors.NONE);
    }

    @PostMapping
    View receive(
            Visit visit,
            @PathVariable UUID member,
            @PathVariable LocalDate day,
            @RequestParam(defaultValue = "0") long open,
            @RequestParam(defaultValue = "0") int settlements,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason) {
        var coop = visit.coopId();
        var seen = new SeenDue(Yen.of(open), settlements);
        try {
            desk.receive(coop, member, day, seen, yen(amount), visit.account(), reason);
            return SeeOther.at(visit.path("office/billing/statements/" + member + "/" + day));
        } catch (Refused refused) {
            return page(visit, member, day, amount, reason, FormErrors.of(refused.refusals()));
        }
    }

    private View page(
            Visit visit,
            UUID member,
            LocalDate day,
            String amount,
            String reason,
            FormErrors errors) {
        var coop = visit.coopId();
        var statement = statements.get(coop, member, day);
        audit.note(coop, visit.account(), "billing.looked-at", member, "請求の確認");
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("statement", statement);
        all.put("lines", statements.lines(coop, statement));
        all.put("settlements", statements.settlements(coop, statement));
        all.put("paying", takeBacks.paying(coop, member, day));
        all.put("receipts", desk.receipts(coop, member, LATEST_RECEIPTS));
        all.put("amount", amount);
        all.put("reason", reason);
        return pages.form(
                visit, "請求 " + statement.payerName(), "office/billing/statement.jte", all, errors);
    }

    private static Yen yen(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var digits = JapaneseText.digits(plain.replaceAll("[,円]", ""));
        return AMOUNT.matcher(digits).matches() ? Yen.of(Long.parseLong(digits)) : Yen.ZERO;
    }
}
