package coop.kumiai.membership;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.policies.Coops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

/** Every night the memberships end whose day is over (脱退). */
@Configuration
class LeavingJob {
    private static final LocalTime AT = LocalTime.of(0, 10);

    @Bean
    RecurringTask<Void> endMemberships(Coops coops, Leavings leavings) {
        return Tasks.recurring("end-memberships", new Daily(BusinessClock.JAPAN, AT))
                .execute((instance, context) -> coops.each(leavings::effect));
    }
}
