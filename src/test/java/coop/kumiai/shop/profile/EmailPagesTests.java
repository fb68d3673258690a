package coop.kumiai.shop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.ChangeTerms;
import coop.kumiai.accounts.ChangeTerms.Meanwhile;
import coop.kumiai.demo.Mail;
import coop.kumiai.kernel.BusinessClock;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

@KumiaiTest
class EmailPagesTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String root;
    String old;
    String next;
    Visitor visitor;

    @BeforeEach
    void aMemberSignedIn() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        old = TestMembers.email();
        next = TestMembers.email();
        some.applied(coop, old);
        visitor = new Visitor(port);
        signIn(visitor, old);
    }

    @Test
    @Rule({"N-REG-3", "N-REG-4"})
    void theMailToTheNewAddressDecidesAndTheOldOneIsTold() {
        terms(false, Meanwhile.OLD_ADDRESS);
        ask(Map.of("email", next));
        assertThat(mails.to(old, 1).getFirst().text()).contains("お申し込みがありました", "取り消されます");
        assertThat(signIn(new Visitor(port), old).status()).isEqualTo(303);

        var link = path(mails.only(next));
        var scanner = new Visitor(port);
        assertThat(scanner.open(link).status()).isEqualTo(200);
        assertThat(scanner.open(link).status()).isEqualTo(200);
        assertThat(signIn(new Visitor(port), next).status()).isEqualTo(422);

        var reader = new Visitor(port);
        var done = reader.follow(reader.submit(reader.open(link), Map.of()));
        assertThat(done.words()).contains("メールアドレスを変えました");
        assertThat(visitor.open(root + "account").words()).contains(next);
        assertThat(signIn(new Visitor(port), next).status()).isEqualTo(303);
        assertThat(signIn(new Visitor(port), old).status()).isEqualTo(422);
        assertThat(mails.to(old, 2).getFirst().text()).contains("変更されました");
        assertThat(reader.open(link).words()).contains("もう済んでいます");
    }

    @Test
    @Rule("N-REG-4")
    void nobodySignsInUntilTheNewAddressIsConfirmed() {
        var sent = ask(Map.of("email", next));
        var refused = signIn(new Visitor(port), old);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("新しいメールアドレスの確認が済んでいません", "24時間");
        assertThat(visitor.open(root + "account").words()).contains("変更を確認中");

        var code = Map.of("code", mails.only(next).code());
        visitor.submit(sent, root + "account/email/sent", code);
        assertThat(signIn(new Visitor(port), next).status()).isEqualTo(303);
    }

    @Test
    @Rule("N-REG-4")
    void aSlipOfTheHandLocksNobodyOutForGood() {
        ask(Map.of("email", next));
        clock.forward(Duration.ofHours(24));
        assertThat(signIn(new Visitor(port), old).status()).isEqualTo(303);
    }

    @Test
    @Rule("B-LOGIN-4")
    void presentAddressAndPasswordAreAskedForAndTheNewOneTwice() {
        terms(true, Meanwhile.OLD_ADDRESS);
        var wrong =
                visitor.submit(
                        visitor.open(root + "account/email"),
                        Map.of(
                                "presentEmail", old,
                                "present", "ちがう",
                                "email", next,
                                "emailAgain", next));
        assertThat(wrong.words()).contains("いまのパスワードが違います");
        var other = full(TestMembers.email(), next, next);
        assertThat(refused(other)).contains("いまのメールアドレスが違います");
        assertThat(refused(full(old, next, old))).contains("二つの新しいメールアドレス");
        assertThat(ask(full(old, next, next)).words()).contains("お送りしました");
    }

    @Test
    @Rule("B-LOGIN-2")
    void aNewPasswordIsAskedForWithThePresentAddressWhereTheCoopWantsIt() {
        terms(true, Meanwhile.OLD_ADDRESS);
        var form = visitor.open(root + "account/password");
        var typed =
                Map.of(
                        "present", TestMembers.PASSWORD,
                        "password", "totemo nagai 言葉 9",
                        "again", "totemo nagai 言葉 9");
        assertThat(visitor.submit(form, typed).words()).contains("いまのメールアドレスが違います");
        var all = new java.util.HashMap<>(typed);
        all.put("presentEmail", old);
        assertThat(visitor.submit(form, all).status()).isEqualTo(303);
    }

    @Test
    void anAddressOfSomebodyElseIsToldToItsMailboxOnly() {
        some.applied(coop, next);
        assertThat(ask(Map.of("email", next)).words()).contains("お送りしました");
        var mail = mails.only(next);
        assertThat(mail.text()).contains("すでに登録されています");
        assertThat(mail.code()).isEmpty();
    }

    private Shown ask(Map<String, String> typed) {
        var form = visitor.open(root + "account/email");
        return visitor.follow(visitor.submit(form, typed));
    }

    private String refused(Map<String, String> typed) {
        var shown = visitor.submit(visitor.open(root + "account/email"), typed);
        assertThat(shown.status()).isEqualTo(422);
        return shown.words();
    }

    private static Map<String, String> full(String present, String email, String again) {
        return Map.of(
                "presentEmail", present,
                "present", TestMembers.PASSWORD,
                "email", email,
                "emailAgain", again);
    }

    private void terms(boolean presentAsked, Meanwhile meanwhile) {
        coops.decide(
                coop,
                new ChangeTerms(presentAsked, meanwhile, Duration.ofHours(24)),
                "",
                LocalDate.of(2026, 1, 1));
    }

    private static String path(Mail mail) {
        return mail.links().getFirst().replaceFirst("^https?://[^/]+", "");
    }

    private Shown signIn(Visitor who, String email) {
        return who.submit(
                who.open(root + "sign-in"),
                Map.of("email", email, "password", TestMembers.PASSWORD));
    }
}
