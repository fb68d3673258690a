package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("N-JOIN-3")
class MemberCodeTest {
    @ParameterizedTest
    @CsvSource({
        "3456789012, 3456789012",
        "123456789012, 3456789012",
        "1234567890123, 3456789012",
        "1234567890123456, 3456789012",
        "３４５６７８９０１２, 3456789012",
        "１２３４－５６７８－９０１２, 3456789012",
        "1234 5678 9012, 3456789012",
        "' 345-678-9012　', 3456789012",
        "0000000001, 0000000001"
    })
    void isReadFromCodeOrCardInAnyWriting(String typed, String code) {
        assertThat(MemberCode.parse(typed)).contains(new MemberCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "345678901",
                "34567890123",
                "123456789012345678901",
                "345678901a",
                "-3456789012x",
                "' or 1=1 --",
                "三四五六七八九〇一二"
            })
    void isNothingElse(String typed) {
        assertThat(MemberCode.parse(typed)).isEmpty();
    }
}
