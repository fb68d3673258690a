package coop.kumiai.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.MailSink;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Letters as a real mail server receives them. */
@KumiaiTest
class PostOfficeTests {
    private static final String ASCII = "\\p{ASCII}+";
    private static final Letter LETTER =
            new Letter(
                    "order-placed.1.1",
                    "hanako@example.com",
                    "ご注文を承りました（ご注文番号 1）",
                    "髙橋 花子 様\n\n𠮷野家のたまご ①\n.\n確認コード: 1234 5678\n");

    @Autowired TestCoops coops;
    @Autowired Policies policies;
    @Autowired BusinessClock clock;
    GreenMail server;
    PostOffice post;
    CoopId coop;

    @BeforeEach
    void aMailServer() {
        coop = coops.fresh();
        server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        post = new PostOffice(sender, new MailLines(sender), policies, clock);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        post.send(coop, LETTER);
        var mail = received();
        assertThat(mail.getSubject()).isEqualTo(LETTER.subject());
        assertThat(mail.getContent().toString().replace("\r\n", "\n")).isEqualTo(LETTER.text());
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    }

    @Test
    void itsHeadersSayWhoWhenAndThatAMachineWrote() throws Exception {
        post.send(coop, LETTER);
        var mail = received();
        assertThat(mail.getFrom()[0].toString()).contains("<netsuper@minato.coop.example>");
        assertThat(mail.getReplyTo()).isEqualTo(mail.getFrom());
        assertThat(mail.getMessageID()).isEqualTo("<order-placed.1.1@minato.coop.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(TestClock.START));
    }

    @Test
    void nothingButAsciiIsOnTheWire() throws Exception {
        post.send(coop, LETTER);
        try (var raw = received().getRawInputStream()) {
            assertThat(new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .matches("(?s)" + ASCII);
        }
        assertThat(received().getHeader("Subject")[0]).matches("(?s)" + ASCII);
        assertThat(received().getHeader("From")[0]).matches("(?s)" + ASCII);
    }

    @Test
    void aServerThatIsDownIsAFailureForTheRegistry() {
        server.stop();
        assertThatThrownBy(() -> post.send(coop, LETTER)).isInstanceOf(MailException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b@docomo.ne.jp", "a.b.@ezweb.ne.jp", ".a@docomo.ne.jp"})
    void addressesOfPhonesWithDotsAstrayAreWrittenInQuotes(String address) throws Exception {
        var quoted = address.replaceFirst("(.*)@", "\"$1\"@");
        try (var strict = new MailSink()) {
            TestPost.at(strict.port(), policies, clock)
                    .send(coop, new Letter("a.1", address, "題", "本文"));
            assertThat(strict.mails())
                    .singleElement()
                    .extracting(MailSink.Taken::to)
                    .isEqualTo("<" + quoted + ">");
        }
        post.send(coop, new Letter("a.2", address, "題", "本文"));
        assertThat(recipient()).isEqualTo(quoted);
    }

    @Test
    void anOrdinaryAddressStaysAsItIs() throws Exception {
        post.send(coop, new Letter("a.1", "hanako.minato+shop@example.com", "題", "本文"));
        assertThat(recipient()).isEqualTo("hanako.minato+shop@example.com");
    }

    @Test
    void lettersGoOverOneConnectionUntilItHasCarriedItsShare() throws Exception {
        try (var sink = new MailSink()) {
            var busy = TestPost.at(sink.port(), policies, clock);
            for (var sent = 0; sent < 60; sent++) {
                busy.send(coop, LETTER);
            }
            assertThat(sink.taken()).isEqualTo(60);
            assertThat(sink.callers()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatTheServerHasEndedIsNotUsedAgain() {
        post.send(coop, LETTER);
        var port = server.getSmtp().getPort();
        server.stop();
        server = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
        server.start();
        post.send(coop, LETTER);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nobodySmugglesAHeaderIn() {
        var bad = new Letter("a.1", "a@example.com\r\nBcc: b@example.com", "題", "本文");
        assertThatThrownBy(() -> post.send(coop, bad)).isInstanceOf(IllegalArgumentException.class);
    }

    private String recipient() throws Exception {
        return ((InternetAddress) received().getAllRecipients()[0]).getAddress();
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }
}
