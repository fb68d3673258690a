package coop.kumiai.members;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.policies.Coops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

/**
 * Every night, of every co-op: share capital is billed whose closing day has passed, then proved.
 */
@Configuration
class ShareJobs {
    private static final LocalTime BILLED_AT = LocalTime.of(0, 30);
    private static final LocalTime PROVED_AT = LocalTime.of(2, 0);

    @Bean
    RecurringTask<Void> billShares(Coops coops, ShareBills bills) {
        return Tasks.recurring("bill-shares", new Daily(BusinessClock.JAPAN, BILLED_AT))
                .execute((instance, context) -> coops.each(bills::close));
    }

    @Bean
    RecurringTask<Void> proveShares(Coops coops, ShareProofs proofs) {
        return Tasks.recurring("prove-shares", new Daily(BusinessClock.JAPAN, PROVED_AT))
                .execute((instance, context) -> coops.each(proofs::run));
    }
}
