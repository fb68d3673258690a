package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.SlotWork;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the figures of the day are made of: the orders of a day or a slot, by number only. Whose
 * they are is behind the desk's look-up, which asks for a reason.
 */
@Controller
@NetShop
@Allow({Who.PICKER, Who.DRIVER, Who.DESK, Who.MANAGER})
class SlotOrdersPage {
    private final Pages pages;
    private final Picking picking;
    private final Orders orders;
    private final DeliveryRuns runs;
    private final Stores stores;

    SlotOrdersPage(Pages pages, Picking picking, Orders orders, DeliveryRuns runs, Stores stores) {
        this.pages = pages;
        this.picking = picking;
        this.orders = orders;
        this.runs = runs;
        this.stores = stores;
    }

    @GetMapping({"/{coop}/office/orders/{day}", "/{coop}/office/orders/{day}/{slot}"})
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable Optional<Integer> slot,
            @RequestParam(defaultValue = "ALL") OrderFilter state) {
        var storeId =
                Workplace.of(
                                visit,
                                StaffRole.Kind.PICKER,
                                StaffRole.Kind.DRIVER,
                                StaffRole.Kind.DESK)
                        .storeId();
        var rows =
                slots(visit, storeId, day, slot)
                        .flatMap(id -> rows(visit, id))
                        .filter(state::takes)
                        .toList();
        return pages.page(
                visit,
                "ご注文の一覧",
                "office/orders/list.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "store",
                        stores.get(visit.coopId(), storeId).name(),
                        "day",
                        day,
                        "slot",
                        slot,
                        "state",
                        state,
                        "rows",
                        rows,
                        "mayPrint",
                        Workplace.may(StaffRole.Kind.DESK, visit)));
    }

    private Stream<SlotId> slots(
            Visit visit, String storeId, LocalDate day, Optional<Integer> slot) {
        return slot.map(number -> Stream.of(new SlotId(storeId, day, number)))
                .orElseGet(
                        () ->
                                picking.slotsToPick(visit.coopId(), storeId).stream()
                                        .map(SlotWork::slot)
                                        .map(it -> it.id())
                                        .filter(it -> it.day().equals(day)));
    }

    private Stream<OrderRow> rows(Visit visit, SlotId slot) {
        var ofSlot = orders.ordersOfSlot(visit.coopId(), slot);
        var deliveries = runs.find(visit.coopId(), ofSlot.stream().map(it -> it.id()).toList());
        return ofSlot.stream().map(order -> OrderRow.of(order, deliveries));
    }
}
