package coop.kumiai.notifications;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Few write letters at once: a burst of orders must open neither a burst of mail connections nor of
 * queries.
 */
@Configuration
class MailingConfiguration {
    /** The executor of every listener that sends a letter. */
    static final String LETTER_WRITERS = "letterWriters";

    private static final int WRITERS = 4;

    @Bean(LETTER_WRITERS)
    ExecutorService letterWriters() {
        return Executors.newFixedThreadPool(
                WRITERS, Thread.ofVirtual().name("letters-", 1).factory());
    }
}
