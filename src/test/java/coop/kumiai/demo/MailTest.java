package coop.kumiai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class MailTest {
    @Test
    void linksAndCodeAreReadOutOfTheText() {
        var mail =
                mail(
                        "次のページを開いてください。\n"
                                + "http://localhost:8080/minato/x?y=1\n\n"
                                + "確認コード: 1234 5678\n"
                                + "電話 03-5550-0101");
        assertThat(mail.links()).containsExactly("http://localhost:8080/minato/x?y=1");
        assertThat(mail.code()).isEqualTo("12345678");
    }

    @Test
    void aMailWithoutThemHasNone() {
        assertThat(mail("ご注文 2026-0001 を承りました。").links()).isEmpty();
        assertThat(mail("ご注文 2026-0001 を承りました。").code()).isEmpty();
    }

    private static Mail mail(String text) {
        return Mail.of(Instant.EPOCH, "to@example.com", "from@example.com", "題", text);
    }
}
