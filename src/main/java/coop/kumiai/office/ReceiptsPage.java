package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.billing.BillingDesk;
import coop.kumiai.billing.OpenDue;
import coop.kumiai.billing.Receipt;
import coop.kumiai.billing.TakeBacks;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.MemberRegister;
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

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * 確認待ちの入金: money that found no statement by itself. Staff say which one it is for, or what became
 * of it, with a reason.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/billing/receipts")
class ReceiptsPage {
    private static final int ON_A_PAGE = 50;
    private static final String NO_DUE = "どの請求の入金か、お選びください。";
    private static final Pattern DUE =
            Pattern.compile("([0-9a-f-]{36})/([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private final BillingDesk desk;
    private final TakeBacks takeBacks;
    private final MemberRegister register;
    private final Audit audit;
    private final Pages pages;

    ReceiptsPage(
            BillingDesk desk,
            TakeBacks takeBacks,
            MemberRegister register,
            Audit audit,
            Pages pages) {
        this.desk = desk;
        this.takeBacks = takeBacks;
        this.register = register;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit, @RequestParam Optional<UUID> after) {
        var found = desk.waiting(visit.coopId(), after, ON_A_PAGE + 1);
        var shown = found.stream().limit(ON_A_PAGE).toList();
        return pages.page(
                visit,
                "確認待ちの入金",
                "office/billing/receipts.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "receipts",
                        shown,
                        "count",
                        desk.countWaiting(visit.coopId()),
                        "next",
                        found.size() > ON_A_PAGE ? shown.getLast().receiptId().toString() : ""));
    }

    @GetMapping("/{receipt}")
    View show(Visit visit, @PathVariable UUID receipt) {
        return page(visit, receipt, proposed(visit.coopId(), receipt), FormErrors.NONE);
    }

    /**
     * The statement that the number means and the sum fits. The reason is for who looks to write: a
     * mistyped number means somebody else's.
     */
    private Typed proposed(CoopId coop, UUID receiptId) {
        var receipt = desk.receipt(coop, receiptId);
        return candidates(coop, receipt, "").stream()
                .filter(it -> it.open().equals(receipt.left()))
                .findFirst()
                .map(it -> new Typed("", it.memberId() + "/" + it.closedOn(), ""))
                .orElse(new Typed("", "", ""));
    }

    /** Looks for whose money it may be. */
    @PostMapping("/{receipt}")
    View search(
            Visit visit,
            @PathVariable UUID receipt,
            @RequestParam(defaultValue = "") String words) {
        if (!JapaneseText.tidy(words).isEmpty()) {
            var staff = visit.account();
            audit.note(visit.coopId(), staff, "members.searched", staff, "入金の照合");
        }
        return page(visit, receipt, new Typed(words, "", ""), FormErrors.NONE);
    }

    @PostMapping("/{receipt}/match")
    View match(
            Visit visit,
            @PathVariable UUID receipt,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words) {
        var chosen = DUE.matcher(due);
        var typed = new Typed(words, due, reason);
        if (!chosen.matches()) {
            return page(visit, receipt, typed, FormErrors.of("due", NO_DUE));
        }
        UUID member;
        LocalDate day;
        try {
            member = UUID.fromString(chosen.group(1));
            day = LocalDate.parse(chosen.group(2));
        } catch (DateTimeException | IllegalArgumentException garbled) {
            return page(visit, receipt, typed, FormErrors.of("due", NO_DUE));
        }
        return done(
                visit,
                receipt,
                typed,
                () -> desk.match(visit.coopId(), receipt, member, day, visit.account(), reason));
    }

    @PostMapping("/{receipt}/set-aside")
    View setAside(
            Visit visit,
            @PathVariable UUID receipt,
            @RequestParam(defaultValue = "") String reason) {
        return done(
                visit,
                receipt,
                new Typed("", "", reason),
                () -> desk.setAside(visit.coopId(), receipt, visit.account(), reason));
    }

    private View done(Visit visit, UUID receipt, Typed typed, Runnable doing) {
        try {
            doing.run();
            return SeeOther.at(visit.path("office/billing/receipts"));
        } catch (Refused refused) {
            return page(visit, receipt, typed, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, UUID receiptId, Typed typed, FormErrors errors) {
        var coop = visit.coopId();
        var receipt = desk.receipt(coop, receiptId);
        if (receipt.state() != Receipt.State.OPEN && errors.isEmpty()) {
            throw new NotFound("receipt");
        }
        receipt.member()
                .ifPresent(
                        it -> audit.note(coop, visit.account(), "billing.looked-at", it, "入金の照合"));
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("receipt", receipt);
        all.put("candidates", candidates(coop, receipt, typed.words()));
        all.put("meant", meant(coop, receipt, typed.words()));
        all.put("words", typed.words());
        all.put("due", typed.due());
        all.put("reason", typed.reason());
        return pages.form(
                visit, "入金 " + receipt.payerName(), "office/billing/receipt.jte", all, errors);
    }

    /** The open statements of whoever sent it, or of those who were looked for. */
    private List<OpenDue> candidates(CoopId coop, Receipt receipt, String words) {
        var tidy = JapaneseText.tidy(words);
        if (!receipt.isMoney()) {
            return List.of();
        }
        return tidy.isEmpty()
                ? desk.open(coop, receipt.member().stream().toList(), Optional.empty())
                : desk.open(coop, found(coop, tidy), PayerNumbers.in(tidy));
    }

    /** What a reversal may take back: of its sum, or of those who were looked for. */
    private List<Receipt> meant(CoopId coop, Receipt receipt, String words) {
        var tidy = JapaneseText.tidy(words);
        var thought =
                tidy.isEmpty()
                        ? List.<UUID>of()
                        : desk.payers(coop, found(coop, tidy), PayerNumbers.in(tidy));
        return takeBacks.mayBeMeant(coop, receipt, thought);
    }

    private List<UUID> found(CoopId coop, String words) {
        return register.search(coop, words).stream().map(Member::memberId).toList();
    }

    private record Typed(String words, String due, String reason) {}
}
