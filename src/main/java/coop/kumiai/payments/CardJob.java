package coop.kumiai.payments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** Captures, changes and lets go at the processor what is due there; on one node at a time. */
@Configuration
class CardJob {
    private static final Duration EVERY = Duration.ofSeconds(3);

    @Bean
    RecurringTask<Void> settleCards(CardSteps steps) {
        return Tasks.recurring("settle-cards", FixedDelay.of(EVERY))
                .execute((instance, context) -> steps.run());
    }
}
