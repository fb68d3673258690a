package coop.kumiai.amendments;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Amendment;
import coop.kumiai.orders.LostCoupon;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderTotals;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.Slot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of an order with its money before and after (変更の案, X-ORD-1). Nothing of it counts until
 * it is accepted as a whole.
 *
 * @param draftId of the draft that it is made from
 * @param revision says what exactly is accepted
 * @param slot the one that it would be delivered in
 * @param totals what it would come to
 * @param lostCoupon the order's coupon, when it would take nothing off any more: it is shown
 *     before, and can be used again after
 * @param fromCart how many of each product come out of the member's cart
 * @param problems what stands in the way, the first first
 */
public record Proposal(
        Order order,
        UUID draftId,
        String revision,
        Slot slot,
        PaymentMethod payment,
        List<ProposedLine> lines,
        OrderTotals totals,
        Optional<LostCoupon> lostCoupon,
        Map<Jan, Integer> fromCart,
        List<Refusal> problems) {
    public Proposal {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
        fromCart = Map.copyOf(fromCart);
    }

    /** Whether date or slot is another: then the prices of that day count (N-ORD-7). */
    public boolean isMoved() {
        return !slot.id().equals(order.slot());
    }

    public boolean changesPayment() {
        return payment != order.current().payment();
    }

    /** Whether a card is asked before it counts: one takes the place of cash (N-ORD-6). */
    public boolean needsCard() {
        return changesPayment() && payment == PaymentMethod.CARD;
    }

    /** Old and new money, the difference as it would be paid more (or less, when negative). */
    public Yen difference() {
        return totals.total().minus(order.current().totals().total());
    }

    /** Goods that fall away or cost something else with the move (N-ORD-7). */
    public List<ProposedLine> lost() {
        return lines.stream().filter(it -> it.isLost() || it.hasNewPrice()).toList();
    }

    public boolean isEstimate() {
        return after().stream().anyMatch(OrderLine::byWeight);
    }

    List<OrderLine> after() {
        return lines.stream().map(ProposedLine::after).flatMap(Optional::stream).toList();
    }

    Amendment amendment() {
        return new Amendment(slot, payment, after(), totals);
    }
}
