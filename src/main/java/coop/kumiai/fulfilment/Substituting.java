package coop.kumiai.fulfilment;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderPrices;
import coop.kumiai.orders.Picked;
import coop.kumiai.payments.CardPayments;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.substitution.Substitute;
import coop.kumiai.substitution.Substitute.State;
import coop.kumiai.substitution.Substitutes;
import coop.kumiai.substitution.SubstitutionRefusal;
import coop.kumiai.substitution.Way;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * 代わりの品 at the shelf (N-PICK-2, X-PICK-1): what was marked short gets a substitute, put in at once
 * where the member allowed it, or offered by mail or on the phone.
 */
@Service
public class Substituting {
    private final Picking picking;
    private final PickTasks tasks;
    private final Substitutes substitutes;
    private final OrderPrices prices;
    private final CardPayments cards;
    private final Clock clock;

    Substituting(
            Picking picking,
            PickTasks tasks,
            Substitutes substitutes,
            OrderPrices prices,
            CardPayments cards,
            Clock clock) {
        this.picking = picking;
        this.tasks = tasks;
        this.substitutes = substitutes;
        this.prices = prices;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * What can be put in for goods that were marked short.
     *
     * @throws NotFound when it is no line of an order of the store where they work
     */
    @Transactional
    public ShortGoods show(CoopId coop, Staff staff, UUID orderId, int lineNo) {
        var order = picking.hold(coop, staff, orderId);
        var task = task(coop, order, lineNo);
        var missing = missing(task);
        return new ShortGoods(
                task,
                task.instead().way(),
                missing,
                task.canBeSubstituted()
                        ? substitutes.suggestions(coop, order, line(order, lineNo), missing)
                        : List.of());
    }

    /**
     * Offers a product for goods that were marked short. Offered twice it is offered once.
     *
     * @throws Refused when the member wants none or another one, or when the card has put by too
     *     little and the member would not be told
     */
    @Transactional
    public void offer(CoopId coop, Staff staff, UUID orderId, int lineNo, Jan jan) {
        var order = picking.hold(coop, staff, orderId);
        var task = task(coop, order, lineNo);
        if (task.instead().offered().isPresent()) {
            return;
        }
        if (task.boxClosed()) {
            throw Refused.because(new PickingRefusal.BoxClosed(order.number()));
        }
        var drafted = substitutes.draft(coop, order, line(order, lineNo), missing(task), jan);
        requireWithinCeiling(coop, order, drafted);
        substitutes.offer(coop, drafted, staff.accountId());
    }

    /** Whoever is asked is told the price; what is put in unasked stays below the ceiling. */
    private void requireWithinCeiling(CoopId coop, Order order, Substitute drafted) {
        var version = order.current();
        if (drafted.way() != Way.RULE || version.payment() != PaymentMethod.CARD) {
            return;
        }
        var total =
                prices.totals(
                                coop,
                                version.totals(),
                                order.slot().day(),
                                version.payment(),
                                asTheyStand(coop, order, drafted))
                        .total();
        var ceiling = cards.authorised(coop, Payments.order(order.id())).orElse(Yen.ZERO);
        if (total.isMoreThan(ceiling)) {
            throw Refused.because(
                    new SubstitutionRefusal.AboveCeiling(drafted.goods().name(), ceiling));
        }
    }

    /** What was found, what is still to be looked for, what may be put in, and this one. */
    private List<OrderLine> asTheyStand(CoopId coop, Order order, Substitute drafted) {
        var lines = new ArrayList<OrderLine>();
        for (var task : tasks.of(coop, List.of(order))) {
            var pieces = task.found().orElse(task.ordered());
            order.current().lines().stream()
                    .filter(it -> it.number() == task.lineNo())
                    .map(it -> it.picked(new Picked(pieces, grams(task))))
                    .forEach(lines::add);
        }
        substitutes.ofOrders(coop, List.of(order.id())).getOrDefault(order.id(), List.of()).stream()
                .filter(it -> mayBePutIn(it.stateAt(clock.instant())))
                .forEach(it -> lines.add(it.asLine(it.pieces())));
        lines.add(drafted.asLine(drafted.pieces()));
        return lines;
    }

    private static OptionalInt grams(PickTask task) {
        return task.weight().map(PickTask.Weight::grams).orElse(OptionalInt.empty());
    }

    private static boolean mayBePutIn(State state) {
        return state == State.OPEN || state == State.ACCEPTED;
    }

    private static int missing(PickTask task) {
        return task.ordered() - task.found().orElse(task.ordered());
    }

    private PickTask task(CoopId coop, Order order, int lineNo) {
        return tasks.of(coop, List.of(order)).stream()
                .filter(it -> it.lineNo() == lineNo && !order.cancelled())
                .findFirst()
                .orElseThrow(() -> new NotFound("order line"));
    }

    private static OrderLine line(Order order, int number) {
        return order.current().lines().stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("order line"));
    }
}
