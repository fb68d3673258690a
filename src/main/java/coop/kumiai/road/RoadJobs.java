package coop.kumiai.road;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.policies.Coops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import java.time.LocalTime;

/** What the road does by itself. */
@Configuration
class RoadJobs {
    /** The executor of whoever plans runs. */
    static final String PLANNERS = "runPlanners";

    private static final LocalTime FORGOTTEN_AT = LocalTime.of(3, 10);

    /** One is enough: a plan keeps a core busy. What waits at the end stays announced. */
    @Bean(PLANNERS)
    ThreadPoolTaskExecutor runPlanners() {
        var planners = new ThreadPoolTaskExecutor();
        planners.setCorePoolSize(1);
        planners.setThreadNamePrefix("runs-");
        planners.setDaemon(true);
        return planners;
    }

    /** Every night; a photo whose days are over is gone the next morning. */
    @Bean
    RecurringTask<Void> forgetDoorPhotos(Coops coops, Doorstep doorstep) {
        return Tasks.recurring("forget-door-photos", new Daily(BusinessClock.JAPAN, FORGOTTEN_AT))
                .execute((instance, context) -> coops.each(doorstep::forgetPhotos));
    }
}
