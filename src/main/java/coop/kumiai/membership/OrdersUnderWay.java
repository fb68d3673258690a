package coop.kumiai.membership;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Nobody leaves while goods are on their way. */
@Component
class OrdersUnderWay implements LeavingObstacle {
    private final Orders orders;
    private final Clock clock;

    OrdersUnderWay(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public List<LeavingRefusal.OpenOrder> against(CoopId coop, Member member) {
        return orders.undelivered(coop, member.memberId()).stream()
                .map(it -> new LeavingRefusal.OpenOrder(it.number(), dayOf(it)))
                .toList();
    }

    private LocalDate dayOf(Order order) {
        return LocalDate.ofInstant(order.current().startsAt(), clock.getZone());
    }
}
