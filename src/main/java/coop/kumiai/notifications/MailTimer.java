package coop.kumiai.notifications;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * One timer that watches over writing to the mail server, shared by all letters: each connection
 * would start a thread of its own for it.
 */
@Component
class MailTimer implements DisposableBean {
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("mail-timer").factory());

    MailTimer(JavaMailSenderImpl server) {
        server.getJavaMailProperties().put("mail.smtp.executor.writetimeout", timer);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
