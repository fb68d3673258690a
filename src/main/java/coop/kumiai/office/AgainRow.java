package coop.kumiai.office;

import coop.kumiai.aftercare.MadeGood;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;

import java.util.List;

/** Goods to be brought again, with their order. */
public record AgainRow(MadeGood good, Order order) {
    /** The lines that are brought again. */
    public List<OrderLine> lines() {
        return good.linesOf(order);
    }

    /** Whether the receiver's age has to be checked (N-ALC-1). */
    public boolean hasAlcohol() {
        return lines().stream().anyMatch(OrderLine::alcohol);
    }
}
