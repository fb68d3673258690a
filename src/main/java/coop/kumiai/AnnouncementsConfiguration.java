package coop.kumiai;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

import java.time.Duration;

/**
 * What was announced and not heard (mail server down, process killed) is announced again, a bounded
 * number of times.
 */
@Configuration
class AnnouncementsConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 50;
    private static final int BATCH = 100;

    @Bean
    RecurringTask<Void> resubmitFailedAnnouncements(FailedEventPublications failed) {
        return Tasks.recurring("resubmit-failed-announcements", FixedDelay.of(EVERY))
                .execute(
                        (instance, context) ->
                                failed.resubmit(
                                        ResubmissionOptions.defaults()
                                                .withBatchSize(BATCH)
                                                .withFilter(
                                                        it ->
                                                                it.getCompletionAttempts()
                                                                        < MOST_ATTEMPTS)));
    }
}
