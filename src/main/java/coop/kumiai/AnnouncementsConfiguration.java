package coop.kumiai;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** How often it is looked for what was announced and not heard. */
@Configuration
class AnnouncementsConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(10);

    @Bean
    RecurringTask<Void> resubmitFailedAnnouncements(Announcements announcements) {
        return Tasks.recurring("resubmit-failed-announcements", FixedDelay.of(EVERY))
                .execute(
                        (instance, context) -> {
                            announcements.giveUp();
                            announcements.repeat();
                        });
    }
}
