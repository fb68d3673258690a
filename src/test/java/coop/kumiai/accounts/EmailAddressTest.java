package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "hanako@example.com, hanako@example.com",
        "'  hanako@example.com　', hanako@example.com",
        "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ, hanako@example.com",
        "hanako@exaーmple.com, hanako@exa-mple.com",
        "Hana.Ko+shop@Mail.Example.CO.JP, Hana.Ko+shop@Mail.Example.CO.JP",
        "someone@gmail.com, someone@gmail.com",
        "hana..ko.@docomo.ne.jp, hana..ko.@docomo.ne.jp",
        ".hana-@ezweb.ne.jp, .hana-@ezweb.ne.jp"
    })
    @Rule("N-REG-2")
    void isReadHoweverItWasTyped(String typed, String address) {
        assertThat(EmailAddress.read(typed).orElseThrow().address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hanako",
                "hanako@",
                "@example.com",
                "hanako@example",
                "hanako@example..com",
                "ha nako@example.com",
                "はなこ@example.com",
                "hanako@example.com, other@example.com",
                "hanako@example.com\r\nBcc: all@example.com",
                "<script>@example.com",
                "' or 1=1 --@example.com ; drop table accounts.account"
            })
    void isNothingElse(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @Test
    void endsSomewhere() {
        assertThat(EmailAddress.read("a".repeat(10_000) + "@example.com")).isEmpty();
        assertThat(EmailAddress.read("a@" + "b".repeat(250) + ".com")).isEmpty();
    }

    @Test
    void twoWritingsOfOneMailboxAreTheSame() {
        assertThat(new EmailAddress("Hanako@Example.com").folded())
                .isEqualTo(new EmailAddress("hanako@example.COM").folded());
    }
}
