package coop.kumiai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1500001",
                "150-0001",
                "〒150-0001",
                "〒 １５０−０００１",
                "１５０ー０００１",
                "150ｰ0001",
                "150–0001",
                "150—0001",
                "150‐0001",
                "150‑0001",
                " 150 0001　",
                "150－0001",
                "150─0001"
            })
    void isReadHoweverItWasTyped(String typed) {
        assertThat(PostalCode.read(typed)).contains(new PostalCode("1500001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "150",
                "150-000",
                "150-00011",
                "150-000a",
                "SW1A 1AA",
                "' or 1=1 --",
                "一五〇〇〇〇一",
                "٠٠٠٠٠٠٠"
            })
    void isNothingElse(String typed) {
        assertThat(PostalCode.read(typed)).isEmpty();
    }

    @Test
    void isWrittenWithAHyphen() {
        assertThat(new PostalCode("1500001")).hasToString("150-0001");
    }

    @Test
    void cannotBeMadeOfAnythingElse() {
        assertThatThrownBy(() -> new PostalCode("150-0001"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
