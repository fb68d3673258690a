package coop.kumiai;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

/**
 * Jobs: every {@link RecurringTask} that a module declares runs on one node at a time, by the
 * business clock.
 */
@Configuration
class JobsConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /**
     * Two jobs may wait for the card processor, each on one thread; the others have theirs beside
     * them.
     */
    private static final int THREADS = 4;

    /** A job whose node has missed six of them, being killed, goes on at the next. */
    private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(20);

    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource database, List<RecurringTask<?>> jobs, Clock clock) {
        return Scheduler.create(database)
                .startTasks(jobs)
                .tableName("jobs.scheduled_tasks")
                .clock(clock::instant)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(SIGN_OF_LIFE_EVERY)
                .threads(THREADS)
                .build();
    }

    /** A program that serves no pages, such as an import, leaves the jobs to those that do. */
    @Bean
    @ConditionalOnWebApplication
    JobsLifetime jobsLifetime(Scheduler scheduler) {
        return new JobsLifetime(scheduler);
    }

    /** Jobs begin when the application is ready and end before its beans do. */
    record JobsLifetime(Scheduler scheduler) {
        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            scheduler.start();
        }

        @EventListener(ContextClosedEvent.class)
        void end() {
            scheduler.stop();
        }
    }
}
