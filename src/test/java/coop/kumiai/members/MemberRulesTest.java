package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.MemberRefusal.Missing;
import coop.kumiai.members.MemberRefusal.NoBirthDate;
import coop.kumiai.members.MemberRefusal.NoJoining;
import coop.kumiai.members.MemberRefusal.NoMemberCode;
import coop.kumiai.members.MemberRefusal.NoPhoneNumber;
import coop.kumiai.members.MemberRefusal.NotKana;
import coop.kumiai.members.MemberRefusal.TooLong;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;

class MemberRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final ShareTerms BOTH_WAYS = new ShareTerms(Yen.of(500), 1, true, true);

    @Test
    void namesStayAsTheyAreWritten() {
        var typed = typed("　髙﨑 ", "𠮷子​", "ﾀｶｻｷ", "よしこ", "web", "");
        assertThat(MemberRules.check(typed, BOTH_WAYS, TODAY)).isEmpty();
        var name = MemberRules.application(typed, TODAY).name();
        assertThat(name).isEqualTo(new PersonName("髙﨑", "𠮷子", "タカサキ", "ヨシコ"));
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        var typed = new TypedApplication("", " ", "　", "", "", "", "", "", "", "");
        assertThat(MemberRules.check(typed, BOTH_WAYS, TODAY))
                .extracting(Refusal::field)
                .containsExactly(
                        "family",
                        "given",
                        "familyKana",
                        "givenKana",
                        "phone",
                        "birthDate",
                        "street",
                        "joining");
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田", "Yamada", "ヤマダ1", "ヤマダ<br>"})
    void aReadingIsKana(String kana) {
        assertThat(check("山田", "花子", kana, "はなこ")).hasAtLeastOneElementOfType(NotKana.class);
    }

    @Test
    void tenThousandCharactersAreTooMany() {
        var refusals = check("あ".repeat(10_000), "花子", "ヤ".repeat(10_000), "はなこ");
        assertThat(refusals)
                .contains(
                        new TooLong("family", "お名前の姓", MemberRules.MOST_NAME, 10_000),
                        new TooLong("familyKana", "ふりがなの姓", MemberRules.MOST_KANA, 10_000));
        assertThat(refusals.getFirst().sentence()).contains("30文字まで", "10,000文字");
    }

    @Test
    @Rule("N-JOIN-2")
    void joiningIsChosenAmongTheWaysThatTheCoopOffers() {
        var webOnly = new ShareTerms(Yen.of(500), 1, true, false);
        assertThat(MemberRules.check(joining("web", ""), webOnly, TODAY)).isEmpty();
        assertThat(MemberRules.check(joining("in_person", ""), BOTH_WAYS, TODAY)).isEmpty();
        assertThat(MemberRules.check(joining("in_person", ""), webOnly, TODAY))
                .containsExactly(new NoJoining());
        assertThat(MemberRules.check(joining("' or 1=1", ""), BOTH_WAYS, TODAY))
                .containsExactly(new NoJoining());
    }

    @Test
    @Rule("N-JOIN-3")
    void whoHasJoinedAlreadyGivesCodeOrCard() {
        assertThat(MemberRules.check(joining("existing", "12"), BOTH_WAYS, TODAY))
                .containsExactly(new NoMemberCode(10));
        var card = joining("existing", "１２－３４５６７８９０１２");
        assertThat(MemberRules.check(card, BOTH_WAYS, TODAY)).isEmpty();
        assertThat(MemberRules.application(card, TODAY).claimedCode())
                .contains(new MemberCode("3456789012"));
        assertThat(MemberRules.application(joining("web", "1234567890"), TODAY).claimedCode())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"１丁目２ー３, 1丁目2-3", "１−２−３, 1-2-3", "1‐2 , 1-2", "コーポ 3, コーポ 3"})
    void houseNumbersArePutIntoOneWriting(String typed, String street) {
        assertThat(MemberRules.street(typed)).isEqualTo(street);
    }

    @Test
    void sentencesNameTheField() {
        assertThat(new Missing("family", "お名前の姓").sentence()).isEqualTo("お名前の姓を入れてください。");
        assertThat(new NoPhoneNumber("phone").field()).isEqualTo("phone");
        assertThat(new NoBirthDate().sentence()).contains("昭和46年4月1日");
    }

    private static List<MemberRefusal> check(
            String family, String given, String familyKana, String givenKana) {
        var typed = typed(family, given, familyKana, givenKana, "web", "");
        return MemberRules.check(typed, BOTH_WAYS, TODAY);
    }

    private static TypedApplication joining(String joining, String code) {
        return typed("山田", "花子", "やまだ", "はなこ", joining, code);
    }

    private static TypedApplication typed(
            String family,
            String given,
            String familyKana,
            String givenKana,
            String joining,
            String code) {
        return new TypedApplication(
                family,
                given,
                familyKana,
                givenKana,
                "090-1234-5678",
                "19710401",
                "1-2-3",
                "",
                joining,
                code);
    }
}
