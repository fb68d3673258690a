package coop.kumiai;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * What was announced and not heard (mail server down, process killed) is announced again, less and
 * less often, until the operator's patience ends; then it is put aside and said aloud.
 */
@Component
class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    /** Few at once: those that wait in line for long would be taken for lost. */
    private static final int MOST_UNDER_WAY = 100;

    /** Far more are read than are due, or those that wait longest would hide the others. */
    private static final int MOST_READ = 10_000;

    private final FailedEventPublications failed;
    private final AnnouncementStore store;
    private final KumiaiSettings.Announcements settings;
    private final Clock clock;

    Announcements(
            FailedEventPublications failed,
            AnnouncementStore store,
            KumiaiSettings settings,
            Clock clock) {
        this.failed = failed;
        this.store = store;
        this.settings = settings.announcements();
        this.clock = clock;
    }

    /** Announces again what is due. */
    void repeat() {
        var now = clock.instant();
        failed.resubmit(
                ResubmissionOptions.defaults()
                        .withMaxInFlight(MOST_READ)
                        .withBatchSize(MOST_READ)
                        .withFilter(due(now, MOST_UNDER_WAY - store.underWay())));
    }

    /** Puts aside what failed for too long, and says so. */
    void giveUp() {
        var now = clock.instant();
        store.giveUp(now.minus(settings.giveUpAfter()), now)
                .forEach(
                        it ->
                                LOG.error(
                                        "Gave up after {} attempts since {}: {} was not told of {};"
                                                + " kept as {} in events.given_up",
                                        it.attempts(),
                                        it.announcedAt(),
                                        it.listener(),
                                        it.event(),
                                        it.id()));
    }

    private Predicate<EventPublication> due(Instant now, int most) {
        var taken = new AtomicInteger();
        return it -> isDue(it, now) && taken.incrementAndGet() <= most;
    }

    private boolean isDue(EventPublication it, Instant now) {
        var last =
                Objects.requireNonNullElse(it.getLastResubmissionDate(), it.getPublicationDate());
        return AnnouncementRules.isDue(settings, it.getCompletionAttempts(), last, now);
    }
}
