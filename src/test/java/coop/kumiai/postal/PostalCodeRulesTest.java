package coop.kumiai.postal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.postal.PostalCodeAnswer.Foreign;
import coop.kumiai.postal.PostalCodeAnswer.Malformed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodeRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SW1A 1AA",
                "ｓｗ１ａ　１ａａ",
                "K1A 0B1",
                "1012 AB",
                "90210-1234",
                "01310-100",
                "D-10115"
            })
    void knowsACodeOfAnotherCountry(String typed) {
        assertThat(PostalCodeRules.explain(typed)).isEqualTo(new Foreign(typed));
        assertThat(PostalCodeRules.explain(typed).sentence()).contains("海外").contains("日本国内");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "150",
                "150000",
                "15000011",
                "90210",
                "渋谷区",
                "<script>alert(1)</script>",
                "' or '1'='1"
            })
    void anythingElseIsASlip(String typed) {
        assertThat(PostalCodeRules.explain(typed)).isEqualTo(new Malformed(typed));
    }

    @Test
    void saysHowManyDigitsThereAre() {
        assertThat(new Malformed("150-000").sentence()).contains("7桁").contains("いまは6桁です");
        assertThat(new Malformed("").sentence()).contains("150-0001").doesNotContain("いまは");
    }

    @Test
    void anEndlessTextIsASlipToo() {
        assertThat(PostalCodeRules.explain("あ1".repeat(50_000))).isInstanceOf(Malformed.class);
    }
}
