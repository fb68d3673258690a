package coop.kumiai.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JanTest {
    @ParameterizedTest
    @ValueSource(strings = {"4599100000202", "４５９９１０００００２０２", " 4599-1000-0020-2 "})
    void isReadHoweverItWasTyped(String typed) {
        assertThat(Jan.read(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4599100000203",
                "459910000020",
                "45991000002020",
                "459910000020X",
                "' or 1=1 --",
                "٤٥٩٩١٠٠٠٠٠٢٠٢"
            })
    void isNothingElse(String typed) {
        assertThat(Jan.read(typed)).isEmpty();
    }

    @Test
    void everyWrongDigitIsNoticed() {
        var right = "4599100000202";
        for (int place = 0; place < right.length(); place++) {
            var wrong = new StringBuilder(right);
            wrong.setCharAt(place, (char) ('0' + (right.charAt(place) - '0' + 1) % 10));
            assertThat(Jan.read(wrong.toString())).isEmpty();
        }
        assertThatThrownBy(() -> new Jan("1")).isInstanceOf(IllegalArgumentException.class);
    }
}
