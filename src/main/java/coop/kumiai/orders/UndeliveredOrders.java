package coop.kumiai.orders;

import coop.kumiai.accounts.ClosingObjection;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** An order that is still to be delivered keeps its account open (N-REG-7). */
@Component
class UndeliveredOrders implements ClosingObjection {
    private final OrderStore store;
    private final Members members;
    private final Clock clock;

    UndeliveredOrders(OrderStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public List<OpenOrder> against(CoopId coop, UUID accountId) {
        return members.byAccount(coop, accountId).stream()
                .flatMap(it -> store.undelivered(coop, it.memberId(), clock.instant()).stream())
                .map(OpenOrder::new)
                .toList();
    }
}
