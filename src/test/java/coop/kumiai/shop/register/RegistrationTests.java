package coop.kumiai.shop.register;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.SecondFactorTerms;
import coop.kumiai.accounts.SecondFactorTerms.Asked;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.stores.DeliveryArea;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@KumiaiTest
class RegistrationTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired Accounts accounts;
    @Autowired Stores stores;
    @Autowired Members members;
    @Autowired MailProofs proofs;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String root;
    Visitor visitor;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        visitor = new Visitor(port);
    }

    @Test
    @Rule({"N-REG-1", "N-JOIN-1", "N-JOIN-2", "N-AREA-1"})
    void aVisitorRegistersFromTheAreaToTheFirstSignIn() {
        var mail = ask("１５０ー０００１", "Hanako@example.com");
        var sent = visitor.open(mail);
        assertThat(sent.words()).contains("Hanako@example.com へお送りしました", "minato.coop.example");
        var token = token(mail);

        var form = visitor.open(root + "register/open/" + token);
        var filled = visitor.submit(form, form(Map.of("birthDate", "Ｓ４６．４．１")));
        assertThat(filled.status()).isEqualTo(303);
        var letter = visitor.follow(filled);
        assertThat(letter.words())
                .contains(
                        "山田 花子 様",
                        "ヤマダ ハナコ",
                        "090-1234-5678",
                        "1971年4月1日（昭和46年4月1日）",
                        "〒150-0001 東京都渋谷区神宮前1-2-3 みなとハイツ201",
                        "出資金500円");

        var done = visitor.follow(visitor.submit(letter, Map.of()));
        assertThat(done.words()).contains("登録が完了しました");
        var member = member("hanako@example.com");
        assertThat(member.name().full()).isEqualTo("山田 花子");
        assertThat(member.birthDate()).isEqualTo(LocalDate.of(1971, 4, 1));
        assertThat(member.joining()).isEqualTo(Joining.WEB);
        assertThat(member.hasJoined()).isFalse();
        assertThat(members.shareDue(coop, member.memberId())).contains(Yen.of(500));
        assertThat(members.addresses(coop, member.memberId()))
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.oneLine())
                                        .isEqualTo("〒150-0001 東京都渋谷区神宮前1-2-3 みなとハイツ201"));
        assertThat(visitor.open(root + "account").words()).contains("山田 花子");
    }

    @Test
    @Rule("N-JOIN-2")
    void joiningInPersonIsRecordedForTheDriver() {
        var token = token(ask("150-0001", "ichiro@example.com"));
        var letter = filled(token, Map.of("joining", "in_person"));
        assertThat(letter.words()).contains("はじめてのお届けのときに担当者が承ります");
        visitor.submit(letter, Map.of());
        var member = member("ichiro@example.com");
        assertThat(member.joining()).isEqualTo(Joining.IN_PERSON);
        assertThat(members.shareDue(coop, member.memberId())).contains(Yen.of(500));
    }

    @Test
    @Rule("N-JOIN-3")
    void whoHasJoinedAlreadyTypesTheNumberOfTheCard() {
        var token = token(ask("150-0001", "michiko@example.com"));
        var form = visitor.open(root + "register/open/" + token);
        assertThat(form.words()).contains("ポイントカードの裏面");
        var refused = visitor.submit(form, form(Map.of("joining", "existing", "memberCode", "12")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("組合員コードは10桁の数字です");
        var letter = filled(token, Map.of("joining", "existing", "memberCode", "12 3456 7890 12"));
        assertThat(letter.words()).contains("3456789012", "出資金はお預かりしません");
        visitor.submit(letter, Map.of());
        assertThat(members.shareDue(coop, member("michiko@example.com").memberId())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "060-0001, 外です",
        "000-0000, 見つかりませんでした",
        "150, 桁の数字で",
        "SW1A 1AA, 海外の郵便番号",
        "'', 郵便番号",
        "1 or 1=1 --, 郵便番号",
        "<script>alert(1)</script>, 郵便番号"
    })
    @Rule({"N-REG-1", "N-AREA-1"})
    void outsideEveryAreaItStopsAtTheFirstStepWithAWordAboutIt(String postalCode, String word) {
        var area = visitor.open(root + "register");
        var refused = visitor.submit(area, Map.of("postalCode", postalCode));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains(word, "登録せずに商品を見る");
        assertThat(refused.text()).doesNotContain("<script>alert");
    }

    @Test
    void theFirstStepCannotBeJumpedOver() {
        assertThat(visitor.open(root + "register/mail").location()).isEqualTo(root + "register");
        assertThat(visitor.open(root + "register/mail?postalCode=0600001").location())
                .isEqualTo(root + "register");
        var mail =
                visitor.follow(
                        visitor.submit(
                                visitor.open(root + "register"), Map.of("postalCode", "1500001")));
        var moved =
                visitor.submit(
                        mail,
                        root + "register/mail",
                        Map.of("email", "far@example.com", "postalCode", "0600001"));
        assertThat(moved.location()).isEqualTo(root + "register");
    }

    @Test
    void aCodeOfSeveralPlacesAsksWhich() {
        var kiyosu = new Store("kiyosu", "清須店", "052-550-0101", "愛知県清須市春日", false);
        stores.open(coop, kiyosu, 9, List.of(new DeliveryArea("4520961", "")));
        var area = visitor.open(root + "register");
        var asked = visitor.submit(area, Map.of("postalCode", "452-0961"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.words()).contains("あてはまる地域");
        var chosen =
                visitor.submit(asked, Map.of("postalCode", "452-0961", "place", "愛知県清須市春日一本松"));
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(visitor.follow(chosen).words()).contains("春日一本松");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hanako",
                "hanako@example.com\r\nBcc: all@example.com",
                "<b>@example.com"
            })
    void whatIsNoAddressGetsNoMail(String email) {
        var area = visitor.open(root + "register");
        var mail = visitor.follow(visitor.submit(area, Map.of("postalCode", "1500001")));
        var refused = visitor.submit(mail, root + "register/mail", Map.of("email", email));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("メールアドレスの形になっていません");
    }

    @Test
    @Rule("N-REG-2")
    void aMisspeltAddressIsMendedByStartingAgain() {
        assertThat(visitor.open(ask("1500001", "hanko@gmail.com")).words())
                .contains("はじめから入れ直してください");
        var token = token(ask("1500001", "hanako@gmail.com"));
        visitor.submit(filled(token, Map.of()), Map.of());
        assertThat(member("hanako@gmail.com").hasJoined()).isFalse();
    }

    @Test
    @Rule("N-REG-1")
    void theMailCarriesLinkAndCodeAndACompletionMailFollows() {
        var email = TestMembers.email();
        var sent = ask("1500001", email);
        var mail = mails.only(email);
        assertThat(mail.text()).contains(root + "register/open/");
        var byCode =
                visitor.submit(
                        visitor.open(sent), root + "register/sent", Map.of("code", code(sent)));
        assertThat(byCode.location()).isEqualTo(root + "register/open/" + token(sent));
        visitor.submit(filled(token(sent), Map.of()), Map.of());
        assertThat(mails.to(email, 2).getFirst().text()).contains("登録が完了しました");
    }

    @Test
    @Rule({"U-SIGN-1", "X-ID-1"})
    void whoSignsUpAndWhoSignsInShowsACodeOfTheirMailbox() {
        var always = new SecondFactorTerms(Asked.ALWAYS, Asked.ALWAYS);
        coops.decide(coop, always, "", LocalDate.of(2026, 1, 1));
        var email = TestMembers.email();
        var sent = ask("1500001", email);
        var code = Map.of("code", mails.only(email).code());
        var door = visitor.submit(visitor.open(sent), root + "register/sent", code).location();
        visitor.submit(filled(door.replaceFirst(".*/", ""), Map.of()), Map.of());
        mails.to(email, 2);

        var later = new Visitor(port);
        var typed = Map.of("email", email, "password", TestMembers.PASSWORD);
        var second = later.follow(later.submit(later.open(root + "sign-in"), typed));
        assertThat(second.words()).contains("確認コード", email);
        assertThat(later.open(root + "account").status()).isEqualTo(302);
        later.submit(second, Map.of("code", mails.to(email, 3).getFirst().code()));
        assertThat(later.open(root + "account").words()).contains("山田 花子", email);
    }

    @Test
    void aRegisteredAddressGetsTheSameAnswerAndAnotherMail() {
        var email = TestMembers.email();
        visitor.submit(filled(token(ask("1500001", email)), Map.of()), Map.of());
        mails.to(email, 2);

        var stranger = new Visitor(port);
        var other = TestMembers.email();
        var known = stranger.open(askAs(stranger, email));
        var unknown = stranger.open(askAs(stranger, other));
        assertThat(known.words().replace(email, other)).isEqualTo(unknown.words());
        assertThat(mails.to(email, 3).getFirst().text())
                .contains("すでに登録されています")
                .doesNotContain("register/open/");

        var guess =
                stranger.submit(known, root + "register/sent", Map.of("code", code(known.path())));
        assertThat(guess.status()).isEqualTo(422);
        assertThat(guess.words()).contains("確認コードが違います", "あと4回");
    }

    @Test
    void twoRegistrationsOfOneAddressMakeOneAccount() {
        var email = TestMembers.email();
        var first = token(ask("1500001", email));
        var second = token(ask("1500001", email));
        var letter = filled(first, Map.of());
        var other = filled(second, Map.of());
        assertThat(visitor.submit(letter, Map.of()).status()).isEqualTo(303);
        var refused = visitor.submit(other, Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("もう済んでいます", "ログインする");
    }

    @Test
    void aDoubleClickRegistersOnce() {
        var letter = filled(token(ask("1500001", TestMembers.email())), Map.of());
        assertThat(visitor.submit(letter, Map.of()).status()).isEqualTo(303);
        assertThat(visitor.submit(letter, Map.of()).words()).contains("もう済んでいます");
    }

    @Test
    void twoWhoConfirmAtOnceMakeOneAccount() throws Exception {
        var email = TestMembers.email();
        var letters =
                List.of(
                        filled(token(ask("1500001", email)), Map.of()),
                        filled(token(ask("1500001", email)), Map.of()));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers =
                    threads
                            .invokeAll(
                                    letters.stream()
                                            .<Callable<Integer>>map(
                                                    it ->
                                                            () ->
                                                                    visitor.submit(it, Map.of())
                                                                            .status())
                                            .toList())
                            .stream()
                            .map(it -> it.resultNow())
                            .toList();
            assertThat(answers).containsExactlyInAnyOrder(303, 422);
        }
    }

    @Test
    void aMailScannerChangesNothing() {
        var token = token(ask("1500001", TestMembers.email()));
        for (var i = 0; i < 3; i++) {
            assertThat(new Visitor(port).open(root + "register/open/" + token).status())
                    .isEqualTo(200);
            assertThat(new Visitor(port).open(root + "register/confirm/" + token).status())
                    .isEqualTo(303);
        }
        assertThat(visitor.submit(filled(token, Map.of()), Map.of()).status()).isEqualTo(303);
    }

    @Test
    void anExpiredLinkSaysSoWithAWayOut() {
        var token = token(ask("1500001", TestMembers.email()));
        clock.forward(Duration.ofHours(24));
        var gone = visitor.open(root + "register/open/" + token);
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.words()).contains("24時間の期限を過ぎました", "登録をはじめからする");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "%27%20or%201%3D1%20--", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aMadeUpLinkSaysSoWithAWayOut(String token) {
        var gone = visitor.open(root + "register/open/" + token);
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.words()).contains("途中で切れているようです", "登録をはじめからする");
    }

    @Test
    void aLinkOfAnotherCoopOpensNothing() {
        var token = token(ask("1500001", TestMembers.email()));
        assertThat(visitor.open("/" + coops.fresh() + "/register/open/" + token).status())
                .isEqualTo(422);
    }

    @Test
    void whatWasTypedStaysAndEveryFaultIsSaidAtOnce() {
        var token = token(ask("1500001", TestMembers.email()));
        var form = visitor.open(root + "register/open/" + token);
        var refused =
                visitor.submit(
                        form,
                        form(
                                Map.of(
                                        "family",
                                        "あ".repeat(10_000),
                                        "given",
                                        "\"><script>alert(1)</script>",
                                        "familyKana",
                                        "yamada",
                                        "birthDate",
                                        "昭和99年",
                                        "password",
                                        "minato",
                                        "again",
                                        "minato")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains("30文字まで", "ひらがなかカタカナ", "生年月日をお確かめください", "12文字以上", "入力の確認");
        assertThat(refused.text())
                .contains("value=\"みなとハイツ201\"", "昭和99年")
                .doesNotContain("<script>alert", "value=\"minato\"");
    }

    @Test
    void whoGoesBackFindsEverythingAndKeepsThePassword() {
        var token = token(ask("1500001", TestMembers.email()));
        filled(token, Map.of());
        var back = visitor.open(root + "register/open/" + token);
        assertThat(back.text()).contains("value=\"山田\"", "value=\"昭和46年4月1日\"");
        assertThat(back.words()).contains("先ほどお決めになったパスワード");
        var letter =
                visitor.follow(
                        visitor.submit(
                                back,
                                form(Map.of("phone", "0355500101", "password", "", "again", ""))));
        assertThat(letter.words()).contains("03-5550-0101");
        assertThat(visitor.submit(letter, Map.of()).status()).isEqualTo(303);
    }

    @Test
    void aBirthDateIsReadBackBesideItsField() {
        assertThat(visitor.open(root + "register/birth-date?birthDate=S46.4.1").words())
                .contains("1971年4月1日（昭和46年4月1日）");
        assertThat(visitor.open(root + "register/birth-date?birthDate=%3Cb%3E").words().strip())
                .isEmpty();
    }

    @Test
    void aFormFromElsewhereIsNotTaken() {
        assertThat(visitor.post(root + "register", Map.of("postalCode", "1500001")).status())
                .isEqualTo(403);
    }

    private Visitor.Shown filled(String token, Map<String, String> other) {
        var form = visitor.open(root + "register/open/" + token);
        var filled = visitor.submit(form, form(other));
        assertThat(filled.status()).isEqualTo(303);
        return visitor.follow(filled);
    }

    private String askAs(Visitor who, String email) {
        var area = who.open(root + "register");
        var mail = who.follow(who.submit(area, Map.of("postalCode", "1500001")));
        return who.submit(mail, root + "register/mail", Map.of("email", email)).location();
    }

    private String code(String sentPage) {
        return proofs.letter(coop, mailOf(sentPage)).orElseThrow().code();
    }

    private String ask(String postalCode, String email) {
        var area = visitor.open(root + "register");
        var checked = visitor.submit(area, Map.of("postalCode", postalCode));
        assertThat(checked.status()).isEqualTo(303);
        var sent =
                visitor.submit(
                        visitor.follow(checked), root + "register/mail", Map.of("email", email));
        assertThat(sent.status()).isEqualTo(303);
        return sent.location();
    }

    private String token(String sentPage) {
        return proofs.letter(coop, mailOf(sentPage)).orElseThrow().token();
    }

    private static UUID mailOf(String sentPage) {
        return UUID.fromString(sentPage.substring(sentPage.indexOf('=') + 1));
    }

    private static Map<String, String> form(Map<String, String> other) {
        var form =
                new HashMap<>(
                        Map.of(
                                "family", " 山田　",
                                "given", "花子",
                                "familyKana", "ﾔﾏﾀﾞ",
                                "givenKana", "はなこ",
                                "phone", "０９０－１２３４－５６７８",
                                "birthDate", "19710401",
                                "street", "１ー２ー３",
                                "building", "みなとハイツ201",
                                "joining", "web"));
        form.put("password", TestMembers.PASSWORD);
        form.put("again", TestMembers.PASSWORD);
        form.putAll(other);
        return form;
    }

    private Member member(String email) {
        var account = accounts.findByEmail(coop, Account.Kind.MEMBER, email).orElseThrow();
        return members.byAccount(coop, account.accountId()).orElseThrow();
    }
}
