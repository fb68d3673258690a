package coop.kumiai.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.kumiai.accounts.ClosingAccounts;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.time.Duration;
import java.util.UUID;

@KumiaiTest
class UndeliveredOrdersTests {
    @Autowired TestCoops coops;
    @Autowired Orders orders;
    @Autowired ClosingAccounts closing;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    CoopId coop;
    UUID account;
    Order order;

    @BeforeEach
    void anOrderOfTomorrow() {
        coop = coops.fresh();
        var shopping = new Shopping(coop, context);
        account = shopping.readyMember();
        order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
    }

    @Test
    @Rule({"N-REG-7", "B-LEAVE-1"})
    void anOrderToBeDeliveredKeepsTheAccountOpen() {
        var refused = catchThrowableOfType(Refused.class, () -> closing.close(coop, account));
        assertThat(refused.refusals().getFirst()).isEqualTo(new OpenOrder(order.number()));
        assertThat(refused.refusals().getFirst().sentence()).contains(order.number());
        clock.forward(Duration.ofDays(2));
        closing.close(coop, account);
    }

    @Test
    void aCancelledOneDoesNot() {
        orders.cancel(coop, account, order.id());
        closing.close(coop, account);
    }
}
