package coop.kumiai.office;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.members.ShareBill;
import coop.kumiai.members.ShareBills;
import coop.kumiai.members.SharePayments;
import coop.kumiai.members.ShareProofs;
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
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** 出資金 at the desk: bills that nobody has paid yet, payments that came in, the daily proof. */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/shares")
class ShareDeskPage {
    private final SharePayments payments;
    private final ShareBills bills;
    private final ShareProofs proofs;
    private final Members members;
    private final Pages pages;

    ShareDeskPage(
            SharePayments payments,
            ShareBills bills,
            ShareProofs proofs,
            Members members,
            Pages pages) {
        this.payments = payments;
        this.bills = bills;
        this.proofs = proofs;
        this.members = members;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit) {
        return page(visit, FormErrors.NONE);
    }

    /** The whole of a bill came in; pressed twice, it came in once. */
    @PostMapping("/{bill}/paid")
    View paid(Visit visit, @PathVariable UUID bill) {
        try {
            payments.confirm(visit.coopId(), bill, visit.account(), "入金の確認");
            return SeeOther.at(visit.path("office/shares"));
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, FormErrors errors) {
        var unpaid = unpaid(visit.coopId());
        return pages.form(
                visit,
                "出資金",
                "office/members/shares.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "unpaid",
                        unpaid,
                        "open",
                        Yen.sum(unpaid.stream().map(it -> it.bill().open()).toList()),
                        "proofs",
                        proofs.recent(visit.coopId())),
                errors);
    }

    private List<UnpaidShare> unpaid(CoopId coop) {
        var open = bills.unpaid(coop);
        var names = members.names(coop, open.stream().map(ShareBill::memberId).toList());
        return open.stream()
                .map(
                        bill ->
                                new UnpaidShare(
                                        bill,
                                        Objects.requireNonNull(names.get(bill.memberId())).full()))
                .toList();
    }
}
