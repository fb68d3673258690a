package coop.kumiai.orders;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** Confirms or releases held orders whose browsers did not come back; on one node at a time. */
@Configuration
class HeldOrdersJob {
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> settleHeldOrders(CardCheckout checkout) {
        return Tasks.recurring("settle-held-orders", FixedDelay.of(EVERY))
                .execute((instance, context) -> checkout.settleDue());
    }
}
