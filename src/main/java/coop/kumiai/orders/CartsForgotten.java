package coop.kumiai.orders;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

/**
 * Carts that ended long ago are forgotten with what waited in them. Only tidiness: a cart is over
 * by its time, whether or not anybody swept.
 */
@Configuration
class CartsForgotten {
    private static final Duration EVERY = Duration.ofHours(1);

    /**
     * So long a list waits to be taken back, and so long a member is told why the cart is empty.
     */
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetOldCarts(CartStore carts, Clock clock) {
        return Tasks.recurring("forget-old-carts", FixedDelay.of(EVERY))
                .execute(
                        (instance, context) ->
                                carts.deleteEndedBefore(clock.instant().minus(KEPT)));
    }
}
