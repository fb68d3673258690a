package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class ThrottleRulesTest {
    private static final SignInTerms TERMS =
            new SignInTerms(
                    5,
                    50,
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofDays(30),
                    Duration.ofHours(12));

    @ParameterizedTest
    @CsvSource({
        "1, PT0S",
        "4, PT0S",
        "5, PT10S",
        "6, PT20S",
        "7, PT40S",
        "10, PT5M20S",
        "11, PT10M",
        "12, PT10M",
        "2000000000, PT10M"
    })
    void theWaitDoublesUpToTheLongest(int tries, Duration wait) {
        assertThat(ThrottleRules.waitAfter(tries, TERMS.freeTries(), TERMS)).isEqualTo(wait);
    }
}
