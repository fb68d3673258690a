package coop.kumiai.shop.history;

import coop.kumiai.aftercare.Returns;
import coop.kumiai.aftercare.Troubles;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Order;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refunds;

import org.springframework.stereotype.Component;

import java.util.List;

/** Reads what happened to an order's goods after they were delivered. */
@Component
class CareRecords {
    private final Troubles troubles;
    private final Returns returns;
    private final Refunds refunds;

    CareRecords(Troubles troubles, Returns returns, Refunds refunds) {
        this.troubles = troubles;
        this.returns = returns;
        this.refunds = refunds;
    }

    /** One entry each; nothing of an order that was not picked. */
    List<String> of(CoopId coop, Order order) {
        return order.isPicked()
                ? CareWords.of(
                        order,
                        troubles.ofOrder(coop, order.id()),
                        returns.ofOrder(coop, order.id()),
                        refunds.of(coop, Payments.order(order.id())))
                : List.of();
    }
}
