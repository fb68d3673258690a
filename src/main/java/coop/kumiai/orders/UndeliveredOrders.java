package coop.kumiai.orders;

import coop.kumiai.accounts.ClosingObjection;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** An order that is still to be delivered keeps its account open (N-REG-7). */
@Component
class UndeliveredOrders implements ClosingObjection {
    private final Orders orders;
    private final Members members;

    UndeliveredOrders(Orders orders, Members members) {
        this.orders = orders;
        this.members = members;
    }

    @Override
    public List<OpenOrder> against(CoopId coop, UUID accountId) {
        return members.byAccount(coop, accountId).stream()
                .flatMap(it -> orders.undelivered(coop, it.memberId()).stream())
                .map(it -> new OpenOrder(it.number()))
                .toList();
    }
}
