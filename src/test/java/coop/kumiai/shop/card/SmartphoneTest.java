package coop.kumiai.shop.card;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartphoneTest {
    @ParameterizedTest
    @Rule("M-CARD-3")
    @CsvSource({
        "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Mobile/15E148, true",
        "Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/150.0 Mobile Safari/537.36, true",
        "Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0, true",
        "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) Version/12.1 Mobile/15E148, false",
        "Mozilla/5.0 (Linux; Android 16; SM-X710) Chrome/150.0 Safari/537.36, false",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15, false",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36, false"
    })
    void aBrowserSaysWhatItRunsOn(String userAgent, boolean smartphone) {
        assertThat(Smartphone.is(null, userAgent)).isEqualTo(smartphone);
    }

    @Test
    @Rule("M-CARD-3")
    void theHintOfNewerBrowsersCounts() {
        assertThat(Smartphone.is("?1", "Mozilla/5.0 (Linux) Chrome/150.0 Safari/537.36")).isTrue();
        assertThat(Smartphone.is("?1", null)).isTrue();
        assertThat(Smartphone.is("?0", null)).isFalse();
        assertThat(Smartphone.is(null, null)).isFalse();
    }
}
