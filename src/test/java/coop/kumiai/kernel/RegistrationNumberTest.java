package coop.kumiai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"T7123456789012", "T7010705000725", "T8000000000001"})
    void theCheckDigitProvesTheOtherTwelve(String number) {
        assertThat(RegistrationNumber.isValid(number)).isTrue();
        assertThat(new RegistrationNumber(number)).hasToString(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T",
                "7123456789012",
                "T712345678901",
                "T71234567890123",
                "T8123456789012",
                "T7123456789021",
                "t7123456789012",
                "T712345678901２"
            })
    void aSlipIsNoticed(String number) {
        assertThat(RegistrationNumber.isValid(number)).isFalse();
        assertThatThrownBy(() -> new RegistrationNumber(number))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySlipOfOneDigitButNoughtForNineIsNoticed() {
        var number = "T7123456789012";
        for (int place = 2; place < number.length(); place++) {
            for (char other = '0'; other <= '9'; other++) {
                var slip = number.substring(0, place) + other + number.substring(place + 1);
                var sameNine = (number.charAt(place) - other) % 9 == 0;
                assertThat(RegistrationNumber.isValid(slip)).as(slip).isEqualTo(sameNine);
            }
        }
    }
}
