package coop.kumiai.shop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Map;

@KumiaiTest
class MyPageTests {
    private static final String NEW = "totemo nagai 言葉 9";

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Mails mails;
    CoopId coop;
    String root;
    String email;
    Visitor visitor;

    @BeforeEach
    void aMemberSignedIn() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        email = TestMembers.email();
        some.applied(coop, email);
        visitor = signedIn(TestMembers.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "account/profile",
                "account/password",
                "account/addresses",
                "account/addresses/new",
                "register/done"
            })
    void whoHasNotSignedInSeesNothing(String page) {
        var stranger = new Visitor(port);
        assertThat(stranger.open(root + page).location()).startsWith(root + "sign-in?next=");
        assertThat(stranger.post(root + page, Map.of("action", "save")).status()).isEqualTo(403);
    }

    @Test
    @Rule({"N-REG-3", "B-CUST-1"})
    void nameAndPhoneAreChangedAfterALetter() {
        var form = visitor.open(root + "account/profile");
        assertThat(form.text()).contains("value=\"山田\"", "value=\"090-1234-5678\"");
        var letter =
                visitor.submit(
                        form,
                        Map.of(
                                "family",
                                "髙橋",
                                "given",
                                "花子",
                                "familyKana",
                                "たかはし",
                                "givenKana",
                                "はなこ",
                                "phone",
                                "０３ー５５５０ー０１０１"));
        assertThat(letter.words()).contains("髙橋 花子", "タカハシ ハナコ", "03-5550-0101");
        assertThat(visitor.open(root + "account").words()).contains("山田 花子");

        var back = visitor.submit(letter, Map.of("action", "back"));
        assertThat(back.text()).contains("value=\"髙橋\"");
        var saved = visitor.follow(visitor.submit(letter, Map.of("action", "save")));
        assertThat(saved.words()).contains("登録の内容を変えました", "髙橋 花子さん");
        assertThat(mails.only(email).text()).contains("髙橋 花子 様", "もとのままです");
    }

    @Test
    @Rule({"N-REG-3", "X-SLOT-2"})
    void theYoungestChildIsToldAndForgotten() {
        var form = visitor.open(root + "account/child");
        var refused = visitor.submit(form, Map.of("birthDate", "先月", "action", "save"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("例のように");
        visitor.submit(form, Map.of("birthDate", "R6.4.1", "action", "save"));
        var told = visitor.open(root + "account/child");
        assertThat(told.text()).contains("value=\"令和6年4月1日\"");
        visitor.submit(told, Map.of("birthDate", "", "action", "forget"));
        assertThat(visitor.open(root + "account/child").text()).doesNotContain("令和6年4月1日\"");
    }

    @Test
    void badInputStaysWithItsSentences() {
        var refused =
                visitor.submit(
                        visitor.open(root + "account/profile"),
                        Map.of(
                                "family",
                                "<script>alert(1)</script>",
                                "given",
                                "",
                                "familyKana",
                                "x".repeat(10_000),
                                "givenKana",
                                "はなこ",
                                "phone",
                                "110"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("お名前の名を入れてください", "40文字まで", "10桁か11桁");
        assertThat(refused.text()).doesNotContain("<script>alert");
    }

    @Test
    @Rule("N-REG-3")
    void aNewPasswordKeepsThisBrowserAndEndsTheOthers() {
        var elsewhere = signedIn(TestMembers.PASSWORD);
        var form = visitor.open(root + "account/password");
        var wrong = visitor.submit(form, passwords("ちがう"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("いまのパスワードが違います");

        var changed = visitor.follow(visitor.submit(form, passwords(TestMembers.PASSWORD)));
        assertThat(changed.words()).contains("パスワードを変えました");
        assertThat(elsewhere.open(root + "account").status()).isEqualTo(302);
        assertThat(signedIn(NEW).open(root + "account").status()).isEqualTo(200);
    }

    private static Map<String, String> passwords(String present) {
        return Map.of("present", present, "password", NEW, "again", NEW);
    }

    private Visitor signedIn(String password) {
        var someone = new Visitor(port);
        Shown signIn = someone.open(root + "sign-in");
        someone.submit(signIn, Map.of("email", email, "password", password));
        return someone;
    }
}
