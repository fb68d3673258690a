package coop.kumiai.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.policies.Coops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import java.time.Duration;
import java.time.LocalTime;

/** Who writes papers, and when the registers are proved. */
@Configuration
class DocumentsConfiguration {
    /** The executor of every listener that makes a paper. */
    static final String PAPER_WRITERS = "paperWriters";

    private static final Duration LAST_PAPER = Duration.ofSeconds(10);
    private static final LocalTime PROVED_AT = LocalTime.of(2, 30);

    /** One is enough: papers of a co-op are numbered one after the other. */
    @Bean(PAPER_WRITERS)
    ThreadPoolTaskExecutor paperWriters() {
        var writers = new PaperWriters();
        writers.setCorePoolSize(1);
        writers.setThreadFactory(Thread.ofVirtual().name("papers-", 1).factory());
        writers.setWaitForTasksToCompleteOnShutdown(true);
        writers.setAwaitTerminationMillis(LAST_PAPER.toMillis());
        return writers;
    }

    /** Every night, of every co-op. */
    @Bean
    RecurringTask<Void> provePapers(Coops coops, PaperRegister register) {
        return Tasks.recurring("prove-papers", new Daily(BusinessClock.JAPAN, PROVED_AT))
                .execute((instance, context) -> coops.each(register::prove));
    }

    /**
     * At the end of the application the paper that is being written is finished, while the database
     * is still there. Those that wait are not begun: they stay announced and are made after the
     * next start.
     */
    private static final class PaperWriters extends ThreadPoolTaskExecutor {
        @Override
        protected void initiateEarlyShutdown() {
            getThreadPoolExecutor().getQueue().clear();
            super.initiateEarlyShutdown();
        }
    }
}
