package coop.kumiai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YenTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0円",
                "7|7円",
                "999|999円",
                "1000|1,000円",
                "29999|29,999円",
                "1234567|1,234,567円",
                "-5|-5円",
                "-999|-999円",
                "-1000|-1,000円",
                "-1234567|-1,234,567円",
                "-9223372036854775808|-9,223,372,036,854,775,808円"
            })
    void itIsPrintedInGroupsOfThree(long amount, String printed) {
        assertThat(Yen.of(amount)).hasToString(printed);
    }

    @Test
    void anOverflowIsAnError() {
        assertThatThrownBy(() -> Yen.of(Long.MAX_VALUE).plus(Yen.of(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Yen.of(Long.MAX_VALUE).times(2))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aPortionDropsFractions() {
        assertThat(Yen.of(199).portionRoundedDown(108, 100)).isEqualTo(Yen.of(214));
        assertThat(Yen.of(-1).portionRoundedDown(1, 3)).isEqualTo(Yen.of(-1));
    }
}
