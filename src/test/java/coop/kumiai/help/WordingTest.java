package coop.kumiai.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import coop.kumiai.kernel.InWords;
import coop.kumiai.kernel.Yen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

class WordingTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Yen.of(1_500), "1,500円"),
                Arguments.of(Yen.ZERO, "0円"),
                Arguments.of(6, "6"),
                Arguments.of(29_999, "29,999"),
                Arguments.of(Duration.ofMinutes(60), "60分"),
                Arguments.of(Duration.ofMinutes(90), "90分"),
                Arguments.of(Duration.ofHours(2), "2時間"),
                Arguments.of(Duration.ofHours(24), "24時間"),
                Arguments.of(Duration.ofDays(30), "30日"),
                Arguments.of(Duration.ofSeconds(90), "90秒"),
                Arguments.of(LocalTime.of(17, 0), "17時"),
                Arguments.of(LocalTime.of(3, 30), "3時30分"),
                Arguments.of(LocalTime.MIDNIGHT, "0時"),
                Arguments.of(List.of(4, 5), "4・5"),
                Arguments.of("a_b", "a\\_b"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsSaidByItsKind(Object value, String words) {
        assertThat(Wording.markdown(value)).isEqualTo(words);
    }

    @Test
    void thingsWithWordsOfTheirOwnBecomeAList() {
        List<InWords> slots = List.of(() -> "1便", () -> "2便");

        assertThat(Wording.markdown(slots)).isEqualTo("- 1便\n- 2便");
    }

    @Test
    void whatNobodyCouldReadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wording.markdown(true));
    }
}
