package coop.kumiai.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.kumiai.demo.Mail;
import coop.kumiai.demo.Mailbox;

import org.springframework.boot.test.context.TestComponent;

import java.time.Duration;
import java.util.List;

/** The mails that the application has sent by SMTP; they follow a moment after what caused them. */
@TestComponent
public class Mails {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Mailbox mailbox;

    Mails(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** The one mail to this address, once it is there. */
    public Mail only(String address) {
        return to(address, 1).getFirst();
    }

    /** Exactly so many mails to this address, once they are there, the newest first. */
    public List<Mail> to(String address, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(mailbox.mailsTo(address))
                                        .hasSizeGreaterThanOrEqualTo(count));
        var mails = mailbox.mailsTo(address);
        assertThat(mails).hasSize(count);
        return mails;
    }
}
