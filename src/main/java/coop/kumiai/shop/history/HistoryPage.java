package coop.kumiai.shop.history;

import coop.kumiai.accounts.Errand;
import coop.kumiai.accounts.Representations;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.Paper;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.road.Arrivals;
import coop.kumiai.road.Doorstep;
import coop.kumiai.shop.Typed;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;
import coop.kumiai.substitution.LineWishes;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 購入履歴: a member's orders, one of them, and its cancellation (N-ORD-5, N-ORD-6, N-ORD-8). */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class HistoryPage {
    private static final int PAGE_SIZE = 10;

    private final Orders orders;
    private final Carts carts;
    private final DeliveryRuns deliveries;
    private final Doorstep doorstep;
    private final Arrivals arrivals;
    private final Stores stores;
    private final Slots slots;
    private final Documents documents;
    private final CareRecords care;
    private final LineWishes wishes;
    private final Representations representations;
    private final Pages pages;
    private final Clock clock;

    HistoryPage(
            Orders orders,
            Carts carts,
            DeliveryRuns deliveries,
            Doorstep doorstep,
            Arrivals arrivals,
            Stores stores,
            Slots slots,
            Documents documents,
            CareRecords care,
            LineWishes wishes,
            Representations representations,
            Pages pages,
            Clock clock) {
        this.orders = orders;
        this.carts = carts;
        this.deliveries = deliveries;
        this.doorstep = doorstep;
        this.arrivals = arrivals;
        this.stores = stores;
        this.slots = slots;
        this.documents = documents;
        this.care = care;
        this.wishes = wishes;
        this.representations = representations;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{coop}/orders")
    View list(Visit visit, @RequestParam Optional<String> after) {
        var page = orders.history(visit.coopId(), visit.account(), after.map(Typed::id), PAGE_SIZE);
        var ids = page.orders().stream().map(Order::id).toList();
        return pages.page(
                visit,
                "購入履歴",
                "shop/history/orders.jte",
                Map.of(
                        "orders",
                        page,
                        "deliveries",
                        deliveries.find(visit.coopId(), ids),
                        "now",
                        clock.instant()));
    }

    @GetMapping("/{coop}/orders/{order}")
    View show(Visit visit, @PathVariable String order) {
        var shown = shown(visit, own(visit, order));
        return pages.page(
                visit,
                "ご注文 " + shown.order().number(),
                "shop/history/order.jte",
                Map.of(
                        "shown",
                        shown,
                        "papers",
                        papers(visit, shown.order()),
                        "care",
                        care.of(visit.coopId(), shown.order()),
                        "hasPhoto",
                        doorstep.hasPhoto(visit.coopId(), shown.order().id()),
                        "arrival",
                        arrivals.of(visit.coopId(), shown.order().id()),
                        "arrivalTerms",
                        arrivals.terms(visit.coopId()),
                        "wishes",
                        wishes.ofOrder(visit.coopId(), shown.order().id())));
    }

    /** The same goods into the cart; what is not to be had now is told. */
    @PostMapping("/{coop}/orders/{order}/again")
    View again(Visit visit, @PathVariable String order) {
        var lines = own(visit, order).current().lines();
        var left = carts.addAgain(visit.coopId(), visit.account(), lines);
        return left.isEmpty()
                ? SeeOther.at(visit.path("cart"))
                : pages.page(
                        visit,
                        "カートに入れました",
                        "shop/history/again.jte",
                        Map.of("left", left, "all", left.size() == lines.size()));
    }

    @GetMapping("/{coop}/orders/{order}/cancel")
    View askBack(Visit visit, @PathVariable String order) {
        return cancelPage(visit, own(visit, order), FormErrors.NONE);
    }

    @PostMapping("/{coop}/orders/{order}/cancel")
    View cancel(Visit visit, @PathVariable String order) {
        var id = Typed.id(order);
        try {
            cancel(visit, id);
        } catch (Refused refused) {
            return cancelPage(visit, own(visit, order), FormErrors.ofWhole(refused.refusals()));
        }
        return SeeOther.at(visit.path("orders/" + id));
    }

    private void cancel(Visit visit, UUID id) {
        var coop = visit.coopId();
        visit.acting()
                .ifPresentOrElse(
                        it -> orders.cancelFor(coop, visit.account(), it, id),
                        () -> orders.cancel(coop, visit.account(), id));
    }

    private View cancelPage(Visit visit, Order order, FormErrors errors) {
        return pages.form(
                visit,
                "注文の取り消し",
                "shop/history/cancel.jte",
                Map.of("shown", shown(visit, order)),
                errors);
    }

    private OrderShown shown(Visit visit, Order order) {
        var versions = orders.versions(visit.coopId(), visit.account(), order.id());
        return new OrderShown(
                order,
                versions,
                representations.names(visit.coopId(), visit.account()),
                deliveries.find(visit.coopId(), order.id()),
                orders.notCancellable(visit.coopId(), order).isEmpty(),
                trouble(visit, order),
                stores.get(visit.coopId(), order.slot().storeId()),
                clock.instant());
    }

    private Optional<String> trouble(Visit visit, Order order) {
        return order.cancelled()
                ? Optional.empty()
                : slots.get(visit.coopId(), order.slot()).trouble();
    }

    private List<Paper> papers(Visit visit, Order order) {
        return documents.ofOrder(visit.coopId(), order.id());
    }

    private Order own(Visit visit, String order) {
        return orders.own(visit.coopId(), visit.account(), Typed.id(order));
    }
}
