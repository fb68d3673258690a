package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.Optional;

/**
 * 注文をさがす: the desk finds an order by its number. What it shows is a member's: who looked, when and
 * why is written down before it is shown, so no plain link leads to it.
 */
@Controller
@NetShop
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/orders")
class OrderLookUpPage {
    private final Pages pages;
    private final Orders orders;
    private final OrderDesk desk;
    private final Audit audit;

    OrderLookUpPage(Pages pages, Orders orders, OrderDesk desk, Audit audit) {
        this.pages = pages;
        this.orders = orders;
        this.desk = desk;
        this.audit = audit;
    }

    @GetMapping
    View form(Visit visit, @RequestParam(defaultValue = "") String number) {
        return form(visit, number, "", FormErrors.NONE);
    }

    @PostMapping
    View look(Visit visit, @RequestParam String number, @RequestParam String reason) {
        var why = JapaneseText.tidy(reason);
        var found = find(visit, number);
        var errors = errors(visit, found, why);
        return errors.isEmpty()
                ? order(visit, found.orElseThrow(), why)
                : form(visit, number, reason, errors);
    }

    private FormErrors errors(Visit visit, Optional<Order> found, String why) {
        var errors = FormErrors.NONE;
        if (found.isEmpty()) {
            errors = errors.and("number", "この番号のご注文は、このお店にはありません。注文番号をもう一度お確かめください。");
        }
        if (why.isEmpty()) {
            errors = errors.and("reason", "理由を書いてください。だれがいつ、なぜ見たかを記録します。");
        }
        var tooLong = audit.tooLong(visit.coopId(), why, "reason");
        return tooLong.isEmpty() ? errors : errors.and("reason", tooLong.get().sentence());
    }

    /** Only of the store where they work. */
    private Optional<Order> find(Visit visit, String typed) {
        return orders.findByNumber(visit.coopId(), typed)
                .filter(
                        it ->
                                it.slot()
                                        .storeId()
                                        .equals(
                                                Workplace.as(StaffRole.Kind.DESK, visit)
                                                        .storeId()));
    }

    private View order(Visit visit, Order order, String why) {
        audit.note(visit.coopId(), visit.account(), "order.looked-at", order.memberId(), why);
        return desk.page(visit, order, "", FormErrors.NONE);
    }

    private View form(Visit visit, String number, String reason, FormErrors errors) {
        return pages.form(
                visit,
                "注文をさがす",
                "office/orders/find.jte",
                Map.of("sections", Workplace.sections(visit), "number", number, "reason", reason),
                errors);
    }
}
