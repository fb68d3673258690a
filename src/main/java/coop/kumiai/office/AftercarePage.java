package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.aftercare.Returns;
import coop.kumiai.aftercare.Troubles;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refund;
import coop.kumiai.payments.Refunds;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * お届けのあと, for the counter: goods that come back by the number of their note (N-RET-1), what members
 * told (N-RET-2), cash that waits for its members, and goods that are to be brought again.
 */
@Controller
@NetShop
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/aftercare")
class AftercarePage {
    private static final int ON_A_PAGE = 50;
    private final Returns returns;
    private final Troubles troubles;
    private final Refunds refunds;
    private final Orders orders;
    private final Pages pages;

    AftercarePage(Returns returns, Troubles troubles, Refunds refunds, Orders orders, Pages pages) {
        this.returns = returns;
        this.troubles = troubles;
        this.refunds = refunds;
        this.orders = orders;
        this.pages = pages;
    }

    /**
     * @param after the last refund of the part before, of a long list
     */
    @GetMapping
    View show(Visit visit, @RequestParam Optional<UUID> after) {
        return page(visit, "", after, FormErrors.NONE);
    }

    @PostMapping
    View find(Visit visit, @RequestParam(defaultValue = "") String number) {
        var note = JapaneseText.tidy(number).toUpperCase(Locale.ROOT);
        try {
            returns.open(visit.coopId(), Workplace.as(StaffRole.Kind.DESK, visit), note);
            return SeeOther.at(visit.path("office/returns/" + note));
        } catch (NotFound none) {
            var errors = FormErrors.of("number", "この番号の納品書は、このお店にはありません。納品書の右上の番号をお確かめください。");
            return page(visit, number, Optional.empty(), errors);
        }
    }

    /**
     * The cash that waited is in the member's hands.
     *
     * @throws NotFound when it waits in another store
     */
    @PostMapping("/pay-out")
    View payOut(Visit visit, @RequestParam UUID refund) {
        var store = Workplace.as(StaffRole.Kind.DESK, visit).storeId();
        var waiting =
                refunds.find(visit.coopId(), refund)
                        .filter(it -> isOf(store, orderOf(visit.coopId(), it)));
        if (waiting.isEmpty()) {
            throw new NotFound("refund");
        }
        try {
            refunds.payOut(visit.coopId(), refund, visit.account());
            return SeeOther.at(visit.path("office/aftercare"));
        } catch (Refused refused) {
            return page(visit, "", Optional.empty(), FormErrors.ofWhole(refused.refusals()));
        }
    }

    private View page(Visit visit, String number, Optional<UUID> after, FormErrors errors) {
        var coop = visit.coopId();
        var store = Workplace.as(StaffRole.Kind.DESK, visit).storeId();
        var waiting = refunds.toPayOut(coop, store, after, ON_A_PAGE + 1);
        var shown = waiting.stream().limit(ON_A_PAGE).toList();
        return pages.form(
                visit,
                "お届けのあと",
                "office/aftercare/aftercare.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "number",
                        number,
                        "troubles",
                        troubles.open(coop, store).stream()
                                .map(it -> new TroubleRow(it, orders.get(coop, it.orderId())))
                                .toList(),
                        "waiting",
                        shown.stream().map(it -> new RefundRow(it, orderOf(coop, it))).toList(),
                        "next",
                        waiting.size() > ON_A_PAGE ? shown.getLast().refundId().toString() : "",
                        "again",
                        troubles.toBring(coop, store).stream()
                                .map(it -> new AgainRow(it, orders.get(coop, it.orderId())))
                                .toList()),
                errors);
    }

    private static boolean isOf(String store, Order order) {
        return order.slot().storeId().equals(store);
    }

    private Order orderOf(CoopId coop, Refund refund) {
        return orders.get(coop, Payments.orderOf(refund.ref()).orElseThrow());
    }
}
