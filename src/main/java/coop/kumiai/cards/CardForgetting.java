package coop.kumiai.cards;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

/** Counted minutes of tills are forgotten when they count no more. */
@Configuration
class CardForgetting {
    private static final Duration EVERY = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> forgetOldTillMinutes(CardStore store, Clock clock) {
        return Tasks.recurring("forget-old-till-minutes", FixedDelay.of(EVERY))
                .execute(
                        (instance, context) ->
                                store.deleteMinutesBefore(clock.instant().minus(EVERY)));
    }
}
