package coop.kumiai.orders;

import coop.kumiai.accounts.ClosingObjection;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An order that is still to be delivered keeps its account open (N-REG-7). */
@Component
class UndeliveredOrders implements ClosingObjection {
    private final Orders orders;
    private final HeldStore held;
    private final Members members;

    UndeliveredOrders(Orders orders, HeldStore held, Members members) {
        this.orders = orders;
        this.held = held;
        this.members = members;
    }

    @Override
    public List<OpenOrder> against(CoopId coop, UUID accountId) {
        return members.byAccount(coop, accountId).stream()
                .flatMap(it -> open(coop, it.memberId()))
                .map(OpenOrder::new)
                .toList();
    }

    /** The numbers of those that are to come, or may yet be once their cards have answered. */
    private Stream<String> open(CoopId coop, UUID member) {
        return Stream.concat(
                orders.undelivered(coop, member).stream().map(Order::number),
                held.ofMember(coop, member).stream().map(HeldStore.Held::number));
    }
}
