package coop.kumiai.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for typed figures can find them. */
class BareNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ご注文は税抜1,500円からです。",
                "カゴは60分で空になります。",
                "カゴは60 分で空になります。",
                "電話は17時までにお願いします。",
                "返品は七日以内です。",
                "はしは六本までです。",
                "二十歳以上の方に限ります。",
                "手数料は `220` 円です。",
                "{{orders.limits.leastExTax}}、つまり1500円です。",
            })
    void aFigureInProseIsFound(String prose) {
        assertThat(BareNumbers.in(prose)).isNotEmpty();
    }

    @Test
    void stepsExamplesAndPlaceholdersAreNoFigures() {
        var prose =
                """
                1. {{orders.limits.mostOfOne}}点までお選びください。
                2. たとえば `3456789012` のように入れます。
                """;

        assertThat(BareNumbers.in(prose)).isEmpty();
    }
}
