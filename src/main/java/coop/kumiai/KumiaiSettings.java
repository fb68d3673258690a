package coop.kumiai;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * How this installation is set up.
 *
 * @param data the folder of everything that must last: the embedded database and the search index
 * @param guest whether this process may join the embedded database of another one that runs on the
 *     same data: an import does
 * @param now the moment (JST) at which the business clock begins; empty: the machine's own time
 * @param announcements how long is tried to tell what happened, by mail for example
 * @param db an outside PostgreSQL; without a URL the embedded one runs
 */
@ConfigurationProperties("kumiai")
record KumiaiSettings(
        Path data, boolean guest, @Nullable LocalDateTime now, Announcements announcements, Db db) {

    /**
     * How an announcement that was not heard (a mail server that was down) is repeated.
     *
     * @param firstWait after the first attempt; twice as long after each further one
     * @param longestWait between two attempts
     * @param giveUpAfter since it was announced
     */
    record Announcements(Duration firstWait, Duration longestWait, Duration giveUpAfter) {}

    /** Where an outside PostgreSQL is. */
    record Db(String url, String user, String password) {}
}
