package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "090-1234-5678, 09012345678, 090-1234-5678",
        "０９０ー１２３４ー５６７８, 09012345678, 090-1234-5678",
        "090 1234 5678, 09012345678, 090-1234-5678",
        "(03)5550-0101, 0355500101, 03-5550-0101",
        "03−5550−0101, 0355500101, 03-5550-0101",
        "0467123456, 0467123456, 0467123456",
        "+81 90 1234 5678, 09012345678, 090-1234-5678",
        "＋８１－３－５５５０－０１０１, 0355500101, 03-5550-0101"
    })
    void isReadInAnyWriting(String typed, String digits, String printed) {
        assertThat(PhoneNumber.read(typed)).contains(digits);
        assertThat(PhoneNumber.print(digits)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110",
                "090-1234-567",
                "090-1234-56789",
                "9012345678",
                "00012345678",
                "09O-1234-5678",
                "' or 1=1"
            })
    void isNothingElse(String typed) {
        assertThat(PhoneNumber.read(typed)).isEmpty();
    }
}
