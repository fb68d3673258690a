package coop.kumiai.newsletters;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import coop.kumiai.policies.Coops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** Sends what is due, again and again; on one node at a time. */
@Configuration
class NewsletterJob {
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> sendNewsletters(Coops coops, NewsletterSending sending) {
        return Tasks.recurring("send-newsletters", FixedDelay.of(EVERY))
                .execute((instance, context) -> coops.each(sending::sendDue));
    }
}
