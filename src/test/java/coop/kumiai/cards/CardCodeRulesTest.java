package coop.kumiai.cards;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

class CardCodeRulesTest {
    private static final CoopId MINATO = new CoopId("minato");
    private static final UUID HANAKO = new UUID(1, 1);
    private static final byte[] SECRET = "a secret of thirty-two characters".getBytes();
    private static final CardCodeTerms TERMS =
            new CardCodeTerms(Duration.ofSeconds(30), 1, Duration.ofMinutes(5), 30, true);
    private static final Instant MADE = Instant.parse("2026-11-20T00:00:00Z");
    private static final long STEP = CardCodeRules.step(MADE, TERMS.valid());

    @ParameterizedTest
    @Rule("X-CARD-1")
    @CsvSource({
        // a code is shown from 0 to 30; a step later and a step earlier it is still understood
        "-31, false",
        "-30, true",
        "0, true",
        "29, true",
        "30, true",
        "59, true",
        "60, false"
    })
    void aCodeIsUnderstoodInItsStepAndOneBeforeAndAfter(int secondsLater, boolean understood) {
        var digits = CardCodeRules.digits(SECRET, MINATO, HANAKO, STEP);
        var step = read(digits, MADE.plusSeconds(secondsLater), MINATO, HANAKO);
        assertThat(step).isEqualTo(understood ? OptionalLong.of(STEP) : OptionalLong.empty());
    }

    @Test
    @Rule("X-CARD-1")
    void aCodeBelongsToOneMemberOfOneCoop() {
        var digits = CardCodeRules.digits(SECRET, MINATO, HANAKO, STEP);
        assertThat(read(digits, MADE, new CoopId("manabi"), HANAKO)).isEmpty();
        assertThat(read(digits, MADE, MINATO, new UUID(1, 2))).isEmpty();
        assertThat(CardCodeRules.digits(SECRET, MINATO, HANAKO, STEP + 1)).isNotEqualTo(digits);
    }

    @Test
    void aStepEndsWhenTheNextBegins() {
        var end = CardCodeRules.until(STEP, TERMS.valid());
        assertThat(end).isEqualTo(MADE.plusSeconds(30));
        assertThat(CardCodeRules.step(end, TERMS.valid())).isEqualTo(STEP + 1);
        assertThat(CardCodeRules.step(end.minusNanos(1), TERMS.valid())).isEqualTo(STEP);
    }

    @Test
    void whatIsWrittenIsRead() {
        var text = CardCodeRules.text(new CoopId("test-1"), "ABCDEFGHJKLMNPQR", "01234567");
        assertThat(text).isEqualTo("KC1:TEST-1:ABCDEFGHJKLMNPQR:01234567");
        assertThat(CardCodeRules.read(" " + text.toLowerCase() + "\r\n"))
                .contains(new CardCodeRules.Read("test-1", "ABCDEFGHJKLMNPQR", "01234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4901234567894",
                "KC1:MINATO:ABCDEFGHJKLMNPQR:1234567",
                "KC1:MINATO:ABCDEFGHJKLMNPQ:12345678",
                "KC2:MINATO:ABCDEFGHJKLMNPQR:12345678",
                "KC1:MINATO:ABCDEFGHJKLMNPQR:１２３４５６７８"
            })
    void somethingElseIsNoCode(String text) {
        assertThat(CardCodeRules.read(text)).isEmpty();
    }

    private static OptionalLong read(String digits, Instant now, CoopId coop, UUID member) {
        return CardCodeRules.stepOf(SECRET, coop, member, digits, now, TERMS);
    }
}
