package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class TotpRulesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, its last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long seconds, String code) {
        var now = Instant.ofEpochSecond(seconds);
        assertThat(TotpRules.code(SECRET, TotpRules.step(now))).isEqualTo(code);
        assertThat(TotpRules.step(SECRET, code, now, 0)).hasValue(seconds / 30);
    }

    @Test
    void aClockAStepOffIsUnderstoodAndNoCodeIsTakenTwice() {
        var code = "287082";
        assertThat(TotpRules.step(SECRET, code, Instant.ofEpochSecond(29), 0)).hasValue(1);
        assertThat(TotpRules.step(SECRET, code, Instant.ofEpochSecond(89), 0)).hasValue(1);
        assertThat(TotpRules.step(SECRET, code, Instant.ofEpochSecond(90), 0)).isEmpty();
        assertThat(TotpRules.step(SECRET, code, Instant.ofEpochSecond(59), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
    void base32IsThatOfTheStandard(String text, String written) {
        assertThat(TotpRules.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }
}
