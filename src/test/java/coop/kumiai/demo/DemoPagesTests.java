package coop.kumiai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestClock;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KumiaiTest
class DemoPagesTests {
    @Autowired MockMvcTester http;
    @Autowired JavaMailSender sender;
    @Autowired BusinessClock clock;

    @Test
    void theClockMovesForward() {
        assertThat(http.post().uri("/demo/clock?forward=PT2H"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.now")
                .isEqualTo("2026-11-20T10:00+09:00");
        assertThat(clock.instant()).isEqualTo(TestClock.jst("2026-11-20T10:00"));
    }

    @Test
    void aPersonWhoMovedTheClockIsBackAtThePage() {
        assertThat(http.post().uri("/demo/clock?forward=PT10M").header("Accept", "text/html"))
                .hasStatus(303)
                .hasHeader("Location", "/demo/");
    }

    @Test
    void theClockNeverGoesBackNorTooFar() {
        assertThat(http.post().uri("/demo/clock?forward=PT-1S")).hasStatus(400);
        assertThat(http.post().uri("/demo/clock?forward=P32D")).hasStatus(400);
        assertThat(http.post().uri("/demo/clock?forward=abc")).hasStatus(400);
        assertThat(clock.instant()).isEqualTo(TestClock.START);
    }

    @Test
    void theDemoSaysWhereToGoAndWhoMaySignIn() {
        assertThat(http.get().uri("/demo/"))
                .hasStatusOk()
                .bodyText()
                .contains("/minato/", "/demo/mailbox", DemoPeople.JOINED.email());
    }

    @Test
    void aMailSentOverTheSocketIsInTheMailbox() {
        send("box-1@example.com", "題", "はじめ");
        send("box-1@example.com", "次の題", "確認コード: 1234 5678");
        send("box-2@example.com", "ほか", "本文");
        var list = http.get().uri("/demo/mailbox.json?to=box-1@example.com").exchange();
        assertThat(list).bodyJson().extractingPath("$.length()").isEqualTo(2);
        assertThat(list).bodyJson().extractingPath("$[0].subject").isEqualTo("次の題");
        assertThat(list).bodyJson().extractingPath("$[0].code").isEqualTo("12345678");
        assertThat(http.get().uri("/demo/mailbox?to=box-2@example.com"))
                .bodyText()
                .contains("ほか")
                .doesNotContain("次の題");
    }

    private void send(String to, String subject, String text) {
        var mail = new SimpleMailMessage();
        mail.setFrom("shop@example.com");
        mail.setTo(to);
        mail.setSubject(subject);
        mail.setText(text);
        sender.send(mail);
    }
}
