package coop.kumiai.orders;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** Frees places whose holds are over and offers them to who waits; on one node at a time. */
@Configuration
class SlotHoldsJob {
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> offerFreedSlots(SlotWaits waits) {
        return Tasks.recurring("offer-freed-slots", FixedDelay.of(EVERY))
                .execute((instance, context) -> waits.offerDue());
    }

    @Bean
    RecurringTask<Void> freeSlotHolds(SlotHolds holds) {
        return Tasks.recurring("free-slot-holds", FixedDelay.of(EVERY))
                .execute((instance, context) -> holds.freeEnded());
    }
}
