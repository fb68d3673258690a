package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.Paper;
import coop.kumiai.documents.PaperKind;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.ReceiptTerms;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Papers;
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

import java.util.HashMap;
import java.util.Map;

/**
 * One paper at the counter, and the exchange of a delivery note for a receipt (N-RCPT-2). Who
 * looked is written down.
 */
@Controller
@NetShop
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/papers/{number}")
class PaperDeskPage {
    private final Documents documents;
    private final Policies policies;
    private final Audit audit;
    private final Pages pages;
    private final Papers papers;

    PaperDeskPage(Documents documents, Policies policies, Audit audit, Pages pages, Papers papers) {
        this.documents = documents;
        this.policies = policies;
        this.audit = audit;
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping
    View show(Visit visit, @PathVariable String number) {
        return page(visit, looked(visit, number), "", FormErrors.NONE);
    }

    @GetMapping("/pdf")
    View pdf(Visit visit, @PathVariable String number) {
        var paper = looked(visit, number);
        return papers.pdf("documents/paper.jte", Map.of("paper", paper), paper.fileName());
    }

    @PostMapping("/receipt")
    View exchange(
            Visit visit,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String addressee,
            @RequestParam(name = "given-back", defaultValue = "") String givenBack) {
        try {
            var receipt =
                    documents.exchange(
                            visit.coopId(),
                            visit.account(),
                            number,
                            addressee,
                            givenBack.equals("yes"));
            return SeeOther.at(visit.path("office/papers/" + receipt.number()));
        } catch (Refused refused) {
            return page(
                    visit,
                    documents.get(visit.coopId(), number),
                    addressee,
                    FormErrors.of(refused.refusals()));
        }
    }

    private Paper looked(Visit visit, String number) {
        var paper = documents.get(visit.coopId(), number);
        audit.note(visit.coopId(), visit.account(), "paper.looked-at", paper.memberId(), number);
        return paper;
    }

    private View page(Visit visit, Paper paper, String addressee, FormErrors errors) {
        var ofOrder = documents.ofOrder(visit.coopId(), paper.orderId());
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("paper", paper);
        all.put(
                "others",
                ofOrder.stream().filter(it -> it.registerNo() != paper.registerNo()).toList());
        all.put(
                "exchangeable",
                paper.kind() == PaperKind.DELIVERY_NOTE
                        && ofOrder.stream().noneMatch(it -> it.kind() == PaperKind.RECEIPT));
        all.put("addressee", addressee);
        all.put("terms", policies.today(visit.coopId(), ReceiptTerms.class));
        return pages.form(
                visit,
                paper.title() + " " + paper.number(),
                "office/papers/paper.jte",
                all,
                errors);
    }
}
