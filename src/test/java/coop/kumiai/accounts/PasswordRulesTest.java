package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.PasswordRefusal.TooLong;
import coop.kumiai.accounts.PasswordRefusal.TooShort;
import coop.kumiai.accounts.PasswordRefusal.WellKnown;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class PasswordRulesTest {
    private static final PasswordTerms TERMS = new PasswordTerms(12, 128);
    private static final KnownPasswords KNOWN = new KnownPasswords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ひつじ 縁側 zeppelin 七夕",
                "correct horse battery staple",
                "tsukimi-dango 14ko",
                "𠮷野家で待ち合わせをしましょう",
                "Xk7#pQ2!vM9z",
                "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧"
            })
    void anyCharactersWillDo(String password) {
        assertThat(check(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "passwordpassword",
                "password2026",
                "Password!2026",
                "sakura202611",
                "Sakurasakura1",
                "hanako197104",
                "qwertyuiopasdf",
                "1qaz2wsx3edc",
                "abcdefghijkl",
                "zyxwvutsrqpo",
                "aaaaaaaaaaaa",
                "ありがとうございます2026",
                "１２３４５６７８９０１２",
                "hanako.suzuki1@example.com",
                "suzuki197104",
                "minato202611",
                "みなと生協2026!!!"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(check(password)).singleElement().isInstanceOf(WellKnown.class);
    }

    @Test
    void theLengthIsCountedAsPeopleCount() {
        assertThat(check("𠮷𠮷𠮷")).containsExactly(new TooShort(12, 3));
        assertThat(check("k7pq2!vM9zx")).containsExactly(new TooShort(12, 11));
        assertThat(check("k7 pq2!vM9zü".repeat(11))).containsExactly(new TooLong(128));
        assertThat(new TooShort(12, 11).sentence()).contains("12文字以上", "11文字");
    }

    @Test
    void oneTypedInFullWidthIsTheSame() {
        assertThat(PasswordRules.normal("Ｋ７ＰＱ２！　ガ")).isEqualTo(PasswordRules.normal("K7PQ2! ｶﾞ"));
    }

    @ParameterizedTest
    @CsvSource({
        "aaa012345, 同じ文字を続けて",
        "ABCDE999, 同じ文字を続けて",
        "k7pq2vM9zx4wR8tYb3nL5, 20文字まで",
        "k7pq2, 6文字以上",
        "かぎのことば, 半角",
        "k7 pq2vM, 半角"
    })
    @Rule("B-LOGIN-1")
    void theShopOfTheCompaniesWantsItsOwnShape(String password, String sentence) {
        assertThat(ofTheShop(password))
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).contains(sentence));
    }

    @Test
    @Rule("B-LOGIN-1")
    void theShapeDoesNotLetAKnownOneThrough() {
        assertThat(ofTheShop("k7pq2!vM")).isEmpty();
        assertThat(ofTheShop("aa01bb23x")).isEmpty();
        assertThat(ofTheShop("qwerty123")).containsExactly(new PasswordRefusal.WellKnown());
    }

    private static List<PasswordRefusal> ofTheShop(String password) {
        return PasswordRules.check(
                PasswordRules.normal(password),
                new PasswordTerms(6, 20),
                new PasswordShape(true, 2),
                KNOWN,
                List.of());
    }

    private static List<PasswordRefusal> check(String password) {
        return PasswordRules.check(
                PasswordRules.normal(password),
                TERMS,
                new PasswordShape(false, 0),
                KNOWN,
                List.of("hanako.suzuki1@example.com", "鈴木", "minato", "みなと生協"));
    }
}
