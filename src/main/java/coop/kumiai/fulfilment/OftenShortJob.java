package coop.kumiai.fulfilment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.policies.Coops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

/** Counts every night what ran out often. */
@Configuration
class OftenShortJob {
    private static final LocalTime COUNTED_AT = LocalTime.of(3, 15);

    @Bean
    RecurringTask<Void> countShortGoods(Coops coops, OftenShort oftenShort) {
        return Tasks.recurring("count-short-goods", new Daily(BusinessClock.JAPAN, COUNTED_AT))
                .execute((instance, context) -> coops.each(oftenShort::reckon));
    }
}
