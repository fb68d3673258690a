package coop.kumiai.charging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** Asks after charges that are due; on one node at a time. */
@Configuration
class ChargingJob {
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> settleCharges(Charging charging) {
        return Tasks.recurring("settle-charges", FixedDelay.of(EVERY))
                .execute((instance, context) -> charging.settleDue());
    }
}
