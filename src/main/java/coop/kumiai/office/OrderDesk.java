package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.documents.Documents;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.Slots;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One member's order as the desk sees it, and what the desk can do about it. */
@Component
class OrderDesk {
    private final Pages pages;
    private final Orders orders;
    private final DeliveryRuns runs;
    private final Slots slots;
    private final Members members;
    private final Documents documents;
    private final Clock clock;

    OrderDesk(
            Pages pages,
            Orders orders,
            DeliveryRuns runs,
            Slots slots,
            Members members,
            Documents documents,
            Clock clock) {
        this.pages = pages;
        this.orders = orders;
        this.runs = runs;
        this.slots = slots;
        this.members = members;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * @throws NotFound when it is no order of the store where they work
     */
    Order own(Visit visit, UUID orderId) {
        var order = orders.get(visit.coopId(), orderId);
        if (!order.slot().storeId().equals(Workplace.as(StaffRole.Kind.DESK, visit).storeId())) {
            throw new NotFound("order");
        }
        return order;
    }

    /**
     * @param sentence what was done just now, or empty
     */
    View page(Visit visit, Order order, String sentence, FormErrors errors) {
        var coop = visit.coopId();
        return pages.form(
                visit,
                "注文 " + order.number(),
                "office/orders/order.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "order",
                        order,
                        "slot",
                        slots.get(coop, order.slot()),
                        "delivery",
                        runs.find(coop, order.id()),
                        "papers",
                        documents.ofOrder(coop, order.id()),
                        "sentence",
                        sentence,
                        "cancellable",
                        !order.cancelled() && !order.isPicked(),
                        "moving",
                        moving(coop, order, errors)),
                errors);
    }

    /** The question where to move it; nothing when it can be moved no more. */
    private List<Field> moving(CoopId coop, Order order, FormErrors errors) {
        if (!order.isCancellable(clock.instant())) {
            return List.of();
        }
        var shopper = members.get(coop, order.memberId()).asShopper();
        var open =
                slots.offered(coop, order.slot().storeId(), shopper).stream()
                        .filter(it -> it.isOpen(clock.instant()))
                        .filter(it -> !it.id().equals(order.slot()))
                        .filter(it -> it.driveThrough() == order.isDriveThrough())
                        .map(OrderDesk::option)
                        .toList();
        return open.isEmpty()
                ? List.of()
                : List.of(Field.select("slot", "移す便", open).errors(errors));
    }

    private static Option option(Slot slot) {
        return Option.of(SlotPath.of(slot.id()), "%s（あと%d件）".formatted(slot.label(), slot.left()));
    }
}
