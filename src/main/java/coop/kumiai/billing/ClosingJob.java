package coop.kumiai.billing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.policies.Coops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

/**
 * Every night, of every co-op: the last closing day that is over is closed. A node that dies over
 * it leaves it to the next.
 */
@Configuration
class ClosingJob {
    private static final LocalTime AT = LocalTime.of(1, 0);

    @Bean
    RecurringTask<Void> closeStatements(Coops coops, Closings closings) {
        return Tasks.recurring("close-statements", new Daily(BusinessClock.JAPAN, AT))
                .execute((instance, context) -> coops.each(closings::closeDue));
    }
}
