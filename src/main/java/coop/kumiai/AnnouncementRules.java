package coop.kumiai;

import java.time.Duration;
import java.time.Instant;

/** When what was announced and not heard is announced again; pure. */
final class AnnouncementRules {
    private AnnouncementRules() {}

    /**
     * How long to wait after an attempt: twice as long each time, up to the longest.
     *
     * @param attempts how many were made, at least one
     */
    static Duration waitAfter(KumiaiSettings.Announcements settings, int attempts) {
        var wait = settings.firstWait();
        for (int at = 1; at < attempts && wait.compareTo(settings.longestWait()) < 0; at++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(settings.longestWait()) < 0 ? wait : settings.longestWait();
    }

    /** Whether the next attempt is due. */
    static boolean isDue(
            KumiaiSettings.Announcements settings, int attempts, Instant lastAttempt, Instant now) {
        return !now.isBefore(lastAttempt.plus(waitAfter(settings, attempts)));
    }
}
