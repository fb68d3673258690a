package coop.kumiai.orders;

import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.Slot;

import java.util.List;

/**
 * A change of an order as a whole (注文変更): what the member saw and accepted.
 *
 * @param slot the one that it is delivered in from now on, of the same store
 * @param lines all goods from now on
 */
public record Amendment(
        Slot slot, PaymentMethod payment, List<OrderLine> lines, OrderTotals totals) {
    public Amendment {
        lines = List.copyOf(lines);
    }
}
