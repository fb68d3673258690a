package coop.kumiai.notifications;

import coop.kumiai.policies.Policies;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.time.Clock;

/** A post office at a mail server of the test's own. */
public final class TestPost {
    private TestPost() {}

    public static PostOffice at(int port, Policies policies, Clock clock) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        return new PostOffice(sender, new MailLines(sender), policies, clock);
    }
}
