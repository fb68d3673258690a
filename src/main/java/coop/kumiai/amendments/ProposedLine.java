package coop.kumiai.amendments;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderTotals;

import java.util.Optional;

/**
 * One product of an order before and after a change.
 *
 * @param before what was agreed on; empty for a product that is added
 * @param after what is proposed; empty for one that is taken out or not sold on the new day
 * @param wanted how many the member asked for
 * @param most how many one order may have (N-ORD-2)
 * @param sumBefore of the line, tax included; nothing where there was none
 * @param sumAfter of the line, tax included
 */
public record ProposedLine(
        Jan jan,
        String name,
        Optional<OrderLine> before,
        Optional<OrderLine> after,
        int wanted,
        int most,
        Yen sumBefore,
        Yen sumAfter) {

    ProposedLine(
            Jan jan,
            String name,
            Optional<OrderLine> before,
            Optional<OrderLine> after,
            int wanted,
            int most,
            OrderTotals agreed,
            OrderTotals proposed) {
        this(
                jan,
                name,
                before,
                after,
                wanted,
                most,
                before.map(agreed::inTaxOf).orElse(Yen.ZERO),
                after.map(proposed::inTaxOf).orElse(Yen.ZERO));
    }

    public int quantityBefore() {
        return before.map(OrderLine::quantity).orElse(0);
    }

    public int quantityAfter() {
        return after.map(OrderLine::quantity).orElse(0);
    }

    /** Whether the store does not have it on the day: an agreed one falls away with the move. */
    public boolean isLost() {
        return wanted > 0 && after.isEmpty();
    }

    /** Whether it is the same goods at another price, such as a day's offer that stays behind. */
    public boolean hasNewPrice() {
        return before.isPresent()
                && after.isPresent()
                && !(before.get().unitPrice().equals(after.get().unitPrice())
                        && before.get().priceMode() == after.get().priceMode());
    }

    public boolean isSame() {
        return before.equals(after);
    }
}
