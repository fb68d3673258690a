package coop.kumiai.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ﾖｰｸﾞﾙﾄ",
                "よーぐると",
                "ヨ－グルト",
                "ヨ-グルト",
                "ヨ‐グルト",
                "ヨ−グルト",
                " ヨーグルト　",
                "ヨーグ\u200Bルト",
                "ヨーク゛ルト"
            })
    void everyWritingOfAWordHasOneKey(String typed) {
        assertThat(JapaneseText.fold(typed)).isEqualTo("ヨーグルト");
    }

    @ParameterizedTest
    @CsvSource({
        "らーめん, ラーメン",
        "ら〜めん, ラーメン",
        "ら～めん, ラーメン",
        "ＡＢＣ　Ｍart, abcmart",
        "１ー２−３, 1-2-3",
        "㈱コープ, (株)コープ",
        "①, 1",
        "ぱぴぷぺぽ, パピプペポ",
        "ﾊﾟﾋﾟﾌﾟ, パピプ",
        "ゔぁいおりん, ヴァイオリン",
        "こゝろ, コヽロ",
        "卵 １０個, 卵10個"
    })
    void foldsWidthKanaDashesAndSpaces(String typed, String key) {
        assertThat(JapaneseText.fold(typed)).isEqualTo(key);
    }

    @Test
    void aDashAfterKanjiOrADigitStaysADash() {
        assertThat(JapaneseText.fold("神宮前１−２−３")).isEqualTo("神宮前1-2-3");
        assertThat(JapaneseText.fold("神宮前1ー2")).isEqualTo("神宮前1-2");
    }

    @Test
    void aSearchKeyForgetsTheVariantsThatNamesAreSpelledWith() {
        assertThat(JapaneseText.fold("髙橋")).isEqualTo(JapaneseText.fold("高橋"));
        assertThat(JapaneseText.fold("山﨑")).isEqualTo(JapaneseText.fold("山崎"));
        assertThat(JapaneseText.fold("𠮷田")).isEqualTo(JapaneseText.fold("吉田"));
        assertThat(JapaneseText.fold("渡邉")).isEqualTo(JapaneseText.fold("渡邊"));
        assertThat(JapaneseText.fold("葛\uDB40\uDD00城")).isEqualTo(JapaneseText.fold("葛城"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"髙橋　﨑子", "𠮷田", "葛\uDB40\uDD00城", "ﾔﾏﾀﾞ", "１−２−３", "塚本"})
    void whatIsStoredKeepsEveryCharacterThatWasWritten(String typed) {
        assertThat(JapaneseText.tidy(typed)).isEqualTo(typed);
    }

    @Test
    void whatIsStoredHasOneLineAndNoInvisibleSigns() {
        assertThat(JapaneseText.tidy("　山田 \r\n 太郎\t")).isEqualTo("山田 太郎");
        assertThat(JapaneseText.tidy("山田　　太郎")).isEqualTo("山田　太郎");
        assertThat(JapaneseText.tidy("\uFEFF山\u200B田\u0000\u202E")).isEqualTo("山田");
        assertThat(JapaneseText.tidy(" \u3000 ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0312345678",
                "03-1234-5678",
                "０３−１２３４−５６７８",
                "03ー1234ー5678",
                "03‐1234–5678",
                "（０３）１２３４・５６７８",
                "03 1234　5678",
                "03—1234―5678",
                "03ｰ1234－5678",
                "03.1234.5678"
            })
    void aTypedNumberIsReadWithoutWhatStandsBetween(String typed) {
        assertThat(JapaneseText.digits(typed)).isEqualTo("0312345678");
    }

    @Test
    void whatIsNoDigitStaysForTheCheckToRefuse() {
        assertThat(JapaneseText.digits("03-12a4")).isEqualTo("0312a4");
        assertThat(JapaneseText.digits("'; drop table")).isEqualTo("';droptable");
        assertThat(JapaneseText.digits("٣")).isEqualTo("٣");
    }

    @Test
    void aReadingIsKatakanaWithOneSpaceBetweenItsParts() {
        assertThat(JapaneseText.kana("　やまだ　　たろう ")).isEqualTo("ヤマダ タロウ");
        assertThat(JapaneseText.kana("ﾔﾏﾀﾞ ﾀﾛｳ")).isEqualTo("ヤマダ タロウ");
        assertThat(JapaneseText.kana("まりー")).isEqualTo("マリー");
    }

    @Test
    void knowsWhetherAReadingIsKatakanaThroughout() {
        assertThat(JapaneseText.isKana("ヤマダ タロウ")).isTrue();
        assertThat(JapaneseText.isKana("マリー・ヴェール")).isTrue();
        assertThat(JapaneseText.isKana("山田")).isFalse();
        assertThat(JapaneseText.isKana("ヤマダ1")).isFalse();
        assertThat(JapaneseText.isKana(" ")).isFalse();
        assertThat(JapaneseText.isKana("")).isFalse();
    }

    @Test
    void foldingTwiceChangesNothing() {
        for (var typed :
                new String[] {"ﾖｰｸﾞﾙﾄ", "か゛", "㌔", "ﾞ", "ー", "〜ー", "髙﨑𠮷", "A-ー－", "\uD842"}) {
            var once = JapaneseText.fold(typed);
            assertThat(JapaneseText.fold(once)).isEqualTo(once);
        }
    }

    @Test
    void countsCharactersAsAPersonDoes() {
        assertThat(JapaneseText.length("𠮷田")).isEqualTo(2);
    }
}
