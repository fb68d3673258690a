package coop.kumiai.amendments;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Product;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.members.Member;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderCoupons;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderPrices;
import coop.kumiai.orders.OrderTotals;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.Slots;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes of a draft what it comes to at this moment: its money, what is lost, and everything that
 * stands in the way. Pages show what it says and the acceptance checks it.
 */
@Component
class Proposals {
    private final Orders orders;
    private final OrderPrices prices;
    private final OrderCoupons coupons;
    private final Catalog catalog;
    private final Slots slots;

    Proposals(
            Orders orders, OrderPrices prices, OrderCoupons coupons, Catalog catalog, Slots slots) {
        this.orders = orders;
        this.prices = prices;
        this.coupons = coupons;
        this.catalog = catalog;
        this.slots = slots;
    }

    Proposal read(CoopId coop, Member member, Order order, Draft draft) {
        var wanted = draft.wanted();
        var offers =
                catalog.offers(
                        coop,
                        order.slot().storeId(),
                        wanted.slot().day(),
                        List.copyOf(wanted.goods().keySet()));
        var priced = new PricedDraft(order, draft, offers, prices);
        var after = priced.lines();
        var money =
                coupons.changed(
                        coop,
                        order,
                        wanted.slot().storeId(),
                        totals(coop, order, wanted, after),
                        after);
        var totals = money.totals();
        var lines =
                priced.compared(
                        after,
                        totals,
                        it -> prices.most(coop, it.product().maxPerOrder()),
                        jan -> name(coop, jan));
        return new Proposal(
                order,
                draft.id(),
                ProposalRules.revision(draft, after, totals),
                slots.get(coop, wanted.slot(), member.asShopper()),
                wanted.payment(),
                lines,
                totals,
                money.lost(),
                ProposalRules.fromCart(draft, lines),
                problems(coop, member, order, draft, lines, totals));
    }

    private OrderTotals totals(CoopId coop, Order order, Wanted wanted, List<OrderLine> after) {
        var day = wanted.slot().day();
        return wanted.slot().equals(order.slot())
                ? prices.totals(coop, order.current().totals(), day, wanted.payment(), after)
                : prices.totals(
                        coop,
                        wanted.slot().storeId(),
                        day,
                        slots.find(coop, wanted.slot()),
                        wanted.payment(),
                        after);
    }

    /** Of a product that is neither agreed on nor on offer: hardly any of an order is. */
    private String name(CoopId coop, Jan jan) {
        return catalog.product(coop, jan).map(Product::name).orElse(jan.digits());
    }

    private List<Refusal> problems(
            CoopId coop,
            Member member,
            Order order,
            Draft draft,
            List<ProposedLine> lines,
            OrderTotals totals) {
        var problems = new ArrayList<Refusal>();
        slots.closed(coop).ifPresent(problems::add);
        orders.closed(coop, order).ifPresent(problems::add);
        var isMoved = !draft.wanted().slot().equals(order.slot());
        var pieces = lines.stream().mapToInt(ProposedLine::quantityAfter).sum();
        var target = slots.get(coop, draft.wanted().slot(), member.asShopper());
        (isMoved
                        ? slots.refusal(target, pieces)
                        : slots.tooMany(target, pieces - order.slotItems()))
                .ifPresent(problems::add);
        for (var line : lines) {
            prices.quantity(line.name(), line.wanted(), line.most()).ifPresent(problems::add);
            ProposalRules.notSold(isMoved, line).forEach(problems::add);
        }
        if (ProposalRules.isNothing(order, draft, lines)) {
            problems.add(new AmendmentRefusal.NothingChanges());
        }
        problems.addAll(whole(coop, member, draft, lines, totals));
        return problems;
    }

    private List<Refusal> whole(
            CoopId coop, Member member, Draft draft, List<ProposedLine> lines, OrderTotals totals) {
        var after = lines.stream().flatMap(it -> it.after().stream()).toList();
        if (after.isEmpty()) {
            return List.of(new AmendmentRefusal.NothingIsLeft());
        }
        var problems = new ArrayList<Refusal>();
        prices.amount(coop, totals).ifPresent(problems::add);
        if (after.stream().anyMatch(OrderLine::alcohol)) {
            prices.tooYoung(coop, member, draft.wanted().slot().day())
                    .map(it -> new AmendmentRefusal.TooYoungForAlcohol(it.leastAge()))
                    .ifPresent(problems::add);
        }
        return problems;
    }
}
