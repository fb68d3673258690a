package coop.kumiai.connect;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

/** Codes and tokens are forgotten when they are good no more. */
@Configuration
class ConnectForgetting {
    private static final Duration EVERY = Duration.ofHours(1);

    /** Longer than any sign-in lasts, on which all of them hang. */
    private static final Duration LONGEST = Duration.ofDays(400);

    @Bean
    RecurringTask<Void> forgetOldServiceTokens(GrantStore store, Clock clock) {
        return Tasks.recurring("forget-old-service-tokens", FixedDelay.of(EVERY))
                .execute(
                        (instance, context) -> {
                            var now = clock.instant();
                            store.deleteBegunBefore(now.minus(LONGEST), now);
                        });
    }
}
