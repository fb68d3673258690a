package coop.kumiai.membership;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import coop.kumiai.policies.Coops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** Goes on with rounds of invitations, so that a mail server gets them in parts. */
@Configuration
class InvitationJob {
    private static final Duration EVERY = Duration.ofSeconds(10);

    @Bean
    RecurringTask<Void> inviteMembers(Coops coops, InvitationRounds rounds) {
        return Tasks.recurring("invite-members", FixedDelay.of(EVERY))
                .execute((instance, context) -> coops.each(rounds::goOn));
    }
}
