package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.Paper;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.SlotId;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Papers;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 納品書 of a slot of one's own store, all in one file, to be printed and put into the boxes
 * (N-RCPT-1).
 */
@Controller
@NetShop
@Allow(Who.DESK)
class SlotPapersPage {
    private final Orders orders;
    private final Documents documents;
    private final Audit audit;
    private final Papers papers;

    SlotPapersPage(Orders orders, Documents documents, Audit audit, Papers papers) {
        this.orders = orders;
        this.documents = documents;
        this.audit = audit;
        this.papers = papers;
    }

    @GetMapping("/{coop}/office/papers/slots/{day}/{slot}")
    View print(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot) {
        var notes =
                notes(
                        visit,
                        new SlotId(Workplace.as(StaffRole.Kind.DESK, visit).storeId(), day, slot));
        if (notes.isEmpty()) {
            throw new NotFound("paper");
        }
        notes.forEach(it -> note(visit, it));
        return papers.pdfs(
                "documents/paper.jte",
                notes.stream().map(it -> Map.of("paper", it)).toList(),
                "納品書-%s-%d便.pdf".formatted(day, slot));
    }

    private List<Paper> notes(Visit visit, SlotId slot) {
        var ofSlot = orders.ordersOfSlot(visit.coopId(), slot).stream().map(Order::id).toList();
        return documents.deliveryNotes(visit.coopId(), ofSlot);
    }

    private void note(Visit visit, Paper paper) {
        audit.note(
                visit.coopId(),
                visit.account(),
                "paper.looked-at",
                paper.memberId(),
                paper.number());
    }
}
