package coop.kumiai.billing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.members.PersonName;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerNamesTest {
    @ParameterizedTest
    @CsvSource({
        "ヤマダ, ハナコ, 10000001 ﾔﾏﾀﾞ ﾊﾅｺ",
        "ヤマダ, ハナコ, ﾔﾏﾀﾞ ﾊﾅｺ10000001",
        "ヤマダ, ハナコ, 10000001ﾔﾏﾀﾞﾊﾅｺ",
        "キョウノ, リョウ, 10000001 ｷﾖｳﾉ ﾘﾖｳ",
        "オーノ, ジョージ, 10000001 ｵｰﾉ ｼﾞﾖ-ｼﾞ",
        "ハットリ, ヲワリ, 10000001 ﾊﾂﾄﾘ ｵﾜﾘ"
    })
    void aNameAsBanksWriteItIsTheMembers(String family, String given, String written) {
        assertThat(isOf(family, given, written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ヤマダ, ハナコ, 10000001 ﾔﾏﾀﾞ",
        "ヤマダ, ハナコ, 10000001 ﾔﾏﾀﾞ ｲﾁﾛｳ",
        "ヤマダ, ハナコ, 10000001 ｶ)ﾔﾏﾀﾞ ﾊﾅｺ",
        "ヤマダ, ハナコ, 10000001 ﾔﾏﾀ ﾊﾅｺ",
        "ヤマダ, ハナコ, 10000001",
        "ヤマダ, ハナコ, 10000001 10000002 ﾔﾏﾀﾞ ﾊﾅｺ"
    })
    void whateverElseIsWrittenIsAnother(String family, String given, String written) {
        assertThat(isOf(family, given, written)).isFalse();
    }

    private static boolean isOf(String family, String given, String written) {
        var text = java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC);
        return PayerNames.isOf(new PersonName("", "", family, given), text, "10000001");
    }
}
