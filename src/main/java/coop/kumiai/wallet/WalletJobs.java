package coop.kumiai.wallet;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.policies.Coops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.time.LocalTime;

/** Every night points lapse and the ledger is proved; every few minutes what is overdue ends. */
@Configuration
class WalletJobs {
    private static final LocalTime LAPSED_AT = LocalTime.of(0, 10);
    private static final LocalTime SUMMED_AT = LocalTime.of(0, 30);
    private static final LocalTime PROVED_AT = LocalTime.of(2, 30);
    private static final Duration LOOKED_EVERY = Duration.ofMinutes(5);
    private static final Duration BOOKED_EVERY = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> expirePoints(Coops coops, WalletChores chores) {
        return Tasks.recurring("expire-points", new Daily(BusinessClock.JAPAN, LAPSED_AT))
                .execute((instance, context) -> coops.each(chores::expirePoints));
    }

    @Bean
    RecurringTask<Void> sumUpWallets(Coops coops, WalletBooks books) {
        return Tasks.recurring("sum-up-wallets", new Daily(BusinessClock.JAPAN, SUMMED_AT))
                .execute((instance, context) -> coops.each(books::sumUp));
    }

    @Bean
    RecurringTask<Void> proveWallets(Coops coops, WalletProofs proofs) {
        return Tasks.recurring("prove-wallets", new Daily(BusinessClock.JAPAN, PROVED_AT))
                .execute((instance, context) -> coops.each(proofs::run));
    }

    @Bean
    RecurringTask<Void> endOverdueHolds(Coops coops, WalletChores chores) {
        return Tasks.recurring("end-overdue-holds", FixedDelay.of(LOOKED_EVERY))
                .execute((instance, context) -> coops.each(chores::releaseHolds));
    }

    @Bean
    RecurringTask<Void> dropUnpaidCharges(Coops coops, WalletChores chores) {
        return Tasks.recurring("drop-unpaid-charges", FixedDelay.of(LOOKED_EVERY))
                .execute((instance, context) -> coops.each(chores::dropCharges));
    }

    @Bean
    RecurringTask<Void> sealWallets(Coops coops, WalletChores chores) {
        return Tasks.recurring("seal-wallets", FixedDelay.of(LOOKED_EVERY))
                .execute((instance, context) -> coops.each(chores::seal));
    }

    /** Cards of files that the office took, and of an import that was interrupted. */
    @Bean
    RecurringTask<Void> bookMigrations(Coops coops, WalletMigrations migrations) {
        return Tasks.recurring("book-migrations", FixedDelay.of(BOOKED_EVERY))
                .execute((instance, context) -> coops.each(it -> migrations.book(it, told -> {})));
    }
}
