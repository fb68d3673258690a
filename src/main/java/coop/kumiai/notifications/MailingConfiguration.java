package coop.kumiai.notifications;

import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import java.time.Duration;

/**
 * Few write letters at once: a burst of orders must open neither a burst of mail connections nor of
 * queries.
 */
@Configuration
class MailingConfiguration {
    /** The executor of every listener that sends a letter. */
    static final String LETTER_WRITERS = "letterWriters";

    /** Named, it is not looked for anew in every library for every letter. */
    private static final String MAIL_STREAMS = "jakarta.mail.util.StreamProvider";

    private static final int WRITERS = 2;
    private static final Duration LAST_LETTER = Duration.ofSeconds(10);

    @Bean(LETTER_WRITERS)
    ThreadPoolTaskExecutor letterWriters() {
        System.setProperty(MAIL_STREAMS, MailStreamProvider.class.getName());
        var writers = new LetterWriters();
        writers.setCorePoolSize(WRITERS);
        writers.setThreadFactory(Thread.ofVirtual().name("letters-", 1).factory());
        writers.setWaitForTasksToCompleteOnShutdown(true);
        writers.setAwaitTerminationMillis(LAST_LETTER.toMillis());
        return writers;
    }

    /**
     * At the end of the application the letters that are being written are finished, while the
     * database is still there. Those that wait are not begun: they stay announced and are written
     * after the next start.
     */
    private static final class LetterWriters extends ThreadPoolTaskExecutor {
        @Override
        protected void initiateEarlyShutdown() {
            getThreadPoolExecutor().getQueue().clear();
            super.initiateEarlyShutdown();
        }
    }
}
