package coop.kumiai.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

/**
 * What is of no more use is forgotten: mails long expired, with what was filled in behind them;
 * tries long counted; tokens that are void.
 */
@Configuration
class Forgetting {
    private static final Duration EVERY = Duration.ofHours(1);

    /** So long an old link still gets its own sentence: expired, or used. */
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> forgetOldProofsAndTries(
            MailProofStore proofs,
            TryStore tries,
            AccessTokenStore tokens,
            OpenSignInStore signIns,
            TillStore tills,
            Clock clock) {
        return Tasks.recurring("forget-old-proofs-and-tries", FixedDelay.of(EVERY))
                .execute(
                        (instance, context) -> {
                            var now = clock.instant();
                            proofs.deleteExpiredBefore(now.minus(KEPT));
                            tries.deleteIdleBefore(now.minus(KEPT));
                            tokens.deleteExpiredBefore(now);
                            signIns.deleteExpiredBefore(now);
                            tills.deleteTokensExpiredBefore(now);
                        });
    }
}
