package coop.kumiai.membership;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.members.Member;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Nobody leaves while goods are on their way. */
@Component
class OrdersUnderWay implements LeavingObstacle {
    /** Orders reach some days ahead, so an open one is among the last. */
    private static final int LAST_ORDERS = 50;

    private final Orders orders;
    private final Clock clock;

    OrdersUnderWay(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public List<? extends Refusal> against(CoopId coop, Member member) {
        return member.accountId().stream().flatMap(it -> open(coop, it).stream()).toList();
    }

    private List<MembershipRefusal> open(CoopId coop, UUID account) {
        return orders.history(coop, account, Optional.empty(), LAST_ORDERS).orders().stream()
                .filter(this::isOpen)
                .<MembershipRefusal>map(
                        it -> new MembershipRefusal.OpenOrder(it.number(), dayOf(it)))
                .toList();
    }

    private LocalDate dayOf(Order order) {
        return LocalDate.ofInstant(order.current().startsAt(), clock.getZone());
    }

    private boolean isOpen(Order order) {
        return !order.cancelled() && clock.instant().isBefore(order.current().endsAt());
    }
}
