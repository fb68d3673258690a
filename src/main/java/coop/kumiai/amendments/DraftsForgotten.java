package coop.kumiai.amendments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

/**
 * Changes that nobody goes on with are forgotten. Only tidiness: after the cutoff none can be
 * accepted, whether or not anybody swept.
 */
@Configuration
class DraftsForgotten {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> forgetOldDrafts(DraftStore drafts, Clock clock) {
        return Tasks.recurring("forget-old-drafts", FixedDelay.of(EVERY))
                .execute(
                        (instance, context) ->
                                drafts.deleteUntouchedSince(clock.instant().minus(KEPT)));
    }
}
