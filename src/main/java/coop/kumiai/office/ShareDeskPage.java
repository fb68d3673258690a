package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.members.ShareBill;
import coop.kumiai.members.ShareBillKey;
import coop.kumiai.members.ShareBills;
import coop.kumiai.members.SharePayments;
import coop.kumiai.members.ShareProofs;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** 出資金 at the desk: bills that nobody has paid yet, payments that came in, the daily proof. */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/shares")
class ShareDeskPage {
    private static final int ON_A_PAGE = 50;
    private final SharePayments payments;
    private final ShareBills bills;
    private final ShareProofs proofs;
    private final Members members;
    private final Audit audit;
    private final Pages pages;

    ShareDeskPage(
            SharePayments payments,
            ShareBills bills,
            ShareProofs proofs,
            Members members,
            Audit audit,
            Pages pages) {
        this.payments = payments;
        this.bills = bills;
        this.proofs = proofs;
        this.members = members;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit, @RequestParam Optional<String> after) {
        return page(visit, after.map(ShareDeskPage::key), "", FormErrors.NONE);
    }

    /** The whole of a bill came in; pressed twice, it came in once. */
    @PostMapping("/{bill}/paid")
    View paid(
            Visit visit, @PathVariable UUID bill, @RequestParam(defaultValue = "") String reason) {
        try {
            payments.confirm(visit.coopId(), bill, visit.account(), reason);
            return SeeOther.at(visit.path("office/shares"));
        } catch (Refused refused) {
            return page(visit, Optional.empty(), reason, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, Optional<ShareBillKey> after, String reason, FormErrors errors) {
        var staff = visit.account();
        audit.noteLook(visit.coopId(), staff, "shares.unpaid-listed", staff, "未入金の請求");
        var found = bills.unpaid(visit.coopId(), after, ON_A_PAGE + 1);
        var shown = found.stream().limit(ON_A_PAGE).toList();
        return pages.form(
                visit,
                "出資金",
                "office/members/shares.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "unpaid",
                        withNames(visit.coopId(), shown),
                        "open",
                        bills.total(visit.coopId()),
                        "reason",
                        Field.text("reason", "入金の確かめ方")
                                .hint("例：通帳で確認。記録に残ります。入れてから、入金のあった方のボタンを押します。")
                                .value(reason)
                                .errors(errors),
                        "next",
                        found.size() > ON_A_PAGE ? written(shown.getLast()) : "",
                        "proofs",
                        proofs.recent(visit.coopId())),
                errors);
    }

    private List<UnpaidShare> withNames(CoopId coop, List<ShareBill> open) {
        var names = members.names(coop, open.stream().map(ShareBill::memberId).toList());
        return open.stream()
                .map(
                        bill ->
                                new UnpaidShare(
                                        bill,
                                        Objects.requireNonNull(names.get(bill.memberId())).full()))
                .toList();
    }

    private static String written(ShareBill bill) {
        return bill.payBy() + "_" + bill.billId();
    }

    private static ShareBillKey key(String written) {
        var parts = written.split("_", -1);
        try {
            if (parts.length == 2) {
                return new ShareBillKey(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException garbled) {
            throw new NotFound("page");
        }
        throw new NotFound("page");
    }
}
