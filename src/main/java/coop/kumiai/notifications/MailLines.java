package coop.kumiai.notifications;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Connections to the mail server, kept from one letter to the next: to be greeted anew, and to
 * agree on a cipher anew, costs more than the letter. One that has rested for long is not trusted,
 * and one ends after so many letters as servers commonly take on one.
 */
@Component
class MailLines implements DisposableBean {
    private static final int MOST_LETTERS = 50;
    private static final Duration TRUSTED = Duration.ofSeconds(20);
    private static final String SMTP = "smtp";

    private final JavaMailSenderImpl server;
    private final ConcurrentLinkedDeque<Line> resting = new ConcurrentLinkedDeque<>();

    MailLines(JavaMailSenderImpl server) {
        this.server = server;
    }

    /**
     * @throws org.springframework.mail.MailException as the sender of Spring does: with a cause
     *     when there was no connection, with the letter when it was not taken
     */
    void send(MimeMessage mail) {
        var line = takeOrOpen();
        try {
            finish(mail);
            line.transport().sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException failed) {
            close(line);
            throw new MailSendException(Map.of(mail, failed));
        }
        rest(line.after(System.nanoTime()));
    }

    /** Finishing a mail gives it an id of its own; ours says what it is about. */
    private static void finish(MimeMessage mail) throws MessagingException {
        var id = mail.getMessageID();
        mail.saveChanges();
        if (id != null) {
            mail.setHeader("Message-ID", id);
        }
    }

    private void rest(Line line) {
        if (line.letters() < MOST_LETTERS) {
            resting.push(line);
        } else {
            close(line);
        }
    }

    /** Says goodbye on every line; letters after it are sent by new ones. */
    @Override
    public void destroy() {
        for (var line = resting.poll(); line != null; line = resting.poll()) {
            close(line);
        }
    }

    private Line takeOrOpen() {
        for (var line = resting.poll(); line != null; line = resting.poll()) {
            if (isGood(line)) {
                return line;
            }
            close(line);
        }
        return open();
    }

    /** Asks the server too, which may have hung up. */
    private boolean isGood(Line line) {
        return line.host().equals(host())
                && line.port() == server.getPort()
                && System.nanoTime() - line.restingSince() < TRUSTED.toNanos()
                && line.transport().isConnected();
    }

    private Line open() {
        try {
            var transport = server.getSession().getTransport(protocol());
            transport.connect(
                    host(),
                    server.getPort(),
                    orNull(server.getUsername()),
                    orNull(server.getPassword()));
            return new Line(transport, host(), server.getPort(), 0, System.nanoTime());
        } catch (AuthenticationFailedException refused) {
            throw new MailAuthenticationException(refused);
        } catch (MessagingException failed) {
            throw new MailSendException("no connection to the mail server", failed);
        }
    }

    private String protocol() {
        var protocol = server.getProtocol();
        return protocol == null ? SMTP : protocol;
    }

    private String host() {
        var host = server.getHost();
        return host == null ? "localhost" : host;
    }

    /** Settings that are not made come as empty words. */
    private static @Nullable String orNull(@Nullable String setting) {
        return setting == null || setting.isEmpty() ? null : setting;
    }

    private static void close(Line line) {
        try {
            line.transport().close();
        } catch (MessagingException hungUpBefore) {
            return;
        }
    }

    /**
     * A connection.
     *
     * @param host and port that it goes to
     * @param letters that went over it
     * @param restingSince by the clock of nanoseconds
     */
    private record Line(
            Transport transport, String host, int port, int letters, long restingSince) {
        Line after(long now) {
            return new Line(transport, host, port, letters + 1, now);
        }
    }
}
