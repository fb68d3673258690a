package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.aftercare.CallingOff;
import coop.kumiai.amendments.Amendments;
import coop.kumiai.amendments.Proposal;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.SlotId;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/**
 * An order moved or cancelled with its member on the phone, such as when a slot was stopped
 * (N-SLOT-7): old and new money are read out before it counts. Each with a reason that is written
 * down.
 */
@Controller
@NetShop
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/orders/{order}")
class OrderDeskPage {
    private final OrderDesk desk;
    private final Orders orders;
    private final Amendments amendments;
    private final CallingOff callingOff;
    private final Members members;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Pages pages;

    OrderDeskPage(
            OrderDesk desk,
            Orders orders,
            Amendments amendments,
            CallingOff callingOff,
            Members members,
            Audit audit,
            TransactionTemplate transaction,
            Pages pages) {
        this.desk = desk;
        this.orders = orders;
        this.amendments = amendments;
        this.callingOff = callingOff;
        this.members = members;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @PostMapping("/cancel")
    View cancel(
            Visit visit, @PathVariable UUID order, @RequestParam(defaultValue = "") String reason) {
        var found = desk.own(visit, order);
        try {
            transaction.executeWithoutResult(status -> cancelNow(visit, found, reason));
        } catch (Refused refused) {
            return desk.page(visit, found, "", FormErrors.of(refused.refusals()));
        }
        var sentence = "注文を取り消し、組合員にメールでお知らせしました。";
        return desk.page(visit, desk.own(visit, order), sentence, FormErrors.NONE);
    }

    private void cancelNow(Visit visit, Order order, String reason) {
        var coop = visit.coopId();
        var why = audit.reason(coop, reason, new NoCancelReason());
        orders.cancelByStaff(coop, visit.account(), order.id(), why);
        audit.note(coop, visit.account(), "order.cancelled", order.memberId(), why);
    }

    /** Its goods came back and do not go out again: all money goes back (N-DELIV-2). */
    @PostMapping("/call-off")
    View callOff(
            Visit visit, @PathVariable UUID order, @RequestParam(defaultValue = "") String reason) {
        var found = desk.own(visit, order);
        var staff = Workplace.as(StaffRole.Kind.DESK, visit);
        try {
            callingOff.callOff(visit.coopId(), staff, order, reason);
        } catch (Refused refused) {
            return desk.page(visit, found, "", FormErrors.of(refused.refusals()));
        }
        var sentence = "持ち帰った注文を取り消し、代金を返す手続きをしました。組合員にメールでお知らせしました。";
        return desk.page(visit, desk.own(visit, order), sentence, FormErrors.NONE);
    }

    /** What the move comes to, for the desk to read out. */
    @PostMapping("/move")
    View move(Visit visit, @PathVariable UUID order, @RequestParam(defaultValue = "") String slot) {
        var found = desk.own(visit, order);
        try {
            return proposal(visit, proposed(visit, found, slot), FormErrors.NONE);
        } catch (Refused refused) {
            return desk.page(visit, found, "", FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/move/accept")
    View accept(
            Visit visit,
            @PathVariable UUID order,
            @RequestParam UUID draft,
            @RequestParam String revision) {
        var found = desk.own(visit, order);
        var account = account(visit.coopId(), found);
        try {
            amendments.acceptAtDesk(
                    visit.coopId(), account, visit.account(), order, draft, revision);
        } catch (Refused refused) {
            var now = amendments.view(visit.coopId(), account, order);
            return proposal(visit, now, FormErrors.ofWhole(refused.refusals()));
        }
        var sentence = "別の便に移しました。変更の内容を、組合員にメールでお知らせしました。";
        return desk.page(visit, desk.own(visit, order), sentence, FormErrors.NONE);
    }

    private Proposal proposed(Visit visit, Order order, String slot) {
        var account = account(visit.coopId(), order);
        return amendments.moveTo(visit.coopId(), account, order.id(), slot(order, slot));
    }

    private static SlotId slot(Order order, String posted) {
        return SlotPath.read(order.slot().storeId(), posted)
                .orElseThrow(() -> new NotFound("slot"));
    }

    private UUID account(CoopId coop, Order order) {
        return members.get(coop, order.memberId())
                .accountId()
                .orElseThrow(() -> new NotFound("account"));
    }

    private View proposal(Visit visit, Proposal proposal, FormErrors errors) {
        return pages.form(
                visit,
                "便を移す",
                "office/orders/move.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "proposal",
                        proposal,
                        "problems",
                        FormErrors.of(proposal.problems())),
                errors);
    }
}
