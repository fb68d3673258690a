package coop.kumiai.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.SecondFactorTerms;
import coop.kumiai.accounts.SecondFactorTerms.Asked;
import coop.kumiai.accounts.SignInTerms;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Totp;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

@KumiaiTest
class SecondStepTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Accounts accounts;
    @Autowired MailProofs proofs;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String root;
    String email;
    Visitor visitor;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        email = TestMembers.email();
        some.applied(coop, email);
        visitor = new Visitor(port);
    }

    @Test
    @Rule({"U-SIGN-1", "M-SEC-1", "X-ID-1"})
    void aCodeByMailFollowsThePasswordWhereTheCoopAsksEverybody() {
        asked(Asked.ALWAYS, Asked.OFF);
        var second = visitor.follow(signIn(visitor));
        assertThat(second.words()).contains("確認コード", email, "10分");
        assertThat(visitor.open(root + "account").status()).isEqualTo(302);
        var wrong = visitor.submit(second, Map.of("code", "1234 5678"));
        assertThat(wrong.words()).contains("確認コードが違います");
        var in = visitor.submit(wrong, Map.of("code", mails.only(email).code()));
        assertThat(in.status()).isEqualTo(303);
        assertThat(visitor.open(root + "account").status()).isEqualTo(200);
    }

    @Test
    @Rule("X-ID-1")
    void theCodeCountsInTheBrowserOnlyThatAskedForIt() {
        asked(Asked.ALWAYS, Asked.OFF);
        signIn(visitor);
        var mail = mails.only(email);
        var link = mail.links().getFirst().replaceFirst("^https?://[^/]+", "");

        var thief = new Visitor(port);
        var second = thief.follow(signIn(thief));
        assertThat(thief.submit(second, Map.of("code", mail.code())).status()).isEqualTo(422);
        var elsewhere = new Visitor(port);
        var opened = elsewhere.open(link);
        assertThat(elsewhere.submit(opened, Map.of()).words()).contains("もとの画面に");

        assertThat(visitor.submit(visitor.open(link), Map.of()).status()).isEqualTo(303);
        assertThat(visitor.open(root + "account").status()).isEqualTo(200);
        assertThat(visitor.open(link).status()).isEqualTo(422);
    }

    @Test
    void aCodeComesTooLate() {
        asked(Asked.ALWAYS, Asked.OFF);
        var second = visitor.follow(signIn(visitor));
        clock.forward(Duration.ofMinutes(10));
        var late = visitor.submit(second, Map.of("code", mails.only(email).code()));
        assertThat(late.location()).isEqualTo(root + "sign-in");
    }

    @Test
    @Rule("X-ID-1")
    void anAppCountsTheCodesAndSpareOnesHelpOnce() {
        signIn(visitor);
        visitor.submit(
                visitor.open(root + "account/second-factor"),
                root + "account/second-factor/app",
                Map.of());
        var app = visitor.open(root + "account/second-factor/app");
        assertThat(app.text()).contains("<svg class=\"qr-code\"");
        var key = Pattern.compile("<code>([A-Z2-7 ]+)</code>").matcher(app.text());
        assertThat(key.find()).isTrue();
        var secret = key.group(1);
        var confirm = root + "account/second-factor/confirm";
        var wrong = visitor.submit(app, confirm, Map.of("code", "000000"));
        assertThat(wrong.words()).contains("コードが違うか");
        var codes = visitor.submit(app, confirm, Map.of("code", Totp.code(secret, clock)));
        assertThat(codes.words()).contains("この画面でしか見られません");
        var spare = Pattern.compile("<code>([a-z2-7-]+)</code>").matcher(codes.text());
        assertThat(spare.find()).isTrue();

        clock.forward(Duration.ofSeconds(30));
        var phone = new Visitor(port);
        var second = phone.follow(signIn(phone));
        assertThat(second.words()).contains("認証アプリ");
        var code = Totp.code(secret, clock);
        assertThat(phone.submit(second, Map.of("code", code)).status()).isEqualTo(303);
        assertThat(phone.open(root + "account").status()).isEqualTo(200);

        var other = new Visitor(port);
        var again = other.follow(signIn(other));
        assertThat(other.submit(again, Map.of("code", code)).status()).isEqualTo(422);
        var lost = Map.of("code", spare.group(1).toUpperCase());
        assertThat(other.submit(again, lost).status()).isEqualTo(303);
        var mail = other.post(root + "sign-in/second/mail", Map.of());
        assertThat(mail.status()).isEqualTo(403);
        var third = new Visitor(port);
        assertThat(third.submit(third.follow(signIn(third)), lost).status()).isEqualTo(422);
    }

    @Test
    @Rule("X-ID-1")
    void codesOfAnAppAreCountedLikeAPassword() {
        var few =
                new SignInTerms(
                        3,
                        50,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(10),
                        Duration.ofDays(30),
                        Duration.ofHours(12));
        coops.decide(coop, few, "", LocalDate.of(2026, 1, 1));
        var secret = app();
        clock.forward(Duration.ofSeconds(30));
        var guesser = new Visitor(port);
        var second = guesser.follow(signIn(guesser));
        for (var guess : List.of("000001", "000002", "000003")) {
            assertThat(guesser.submit(second, Map.of("code", guess)).status()).isEqualTo(422);
        }
        var code = Map.of("code", Totp.code(secret, clock));
        assertThat(guesser.submit(second, code).words()).contains("お試しになったため", "あと10秒");
        assertThat(guesser.open(root + "account").status()).isEqualTo(302);
        clock.forward(Duration.ofSeconds(10));
        var again = Map.of("code", Totp.code(secret, clock));
        assertThat(guesser.submit(second, again).status()).isEqualTo(303);
    }

    @Test
    @Rule("X-ID-1")
    void aRecoveredPasswordStillNeedsTheApp() {
        var secret = app();
        var mail = proofs.askRecovery(coop, email, "192.0.2.1");
        var token = proofs.letter(coop, mail).orElseThrow().token();
        var reader = new Visitor(port);
        var reset = reader.open(root + "sign-in/reset/" + token);
        var anew = Map.of("password", "totemo nagai 言葉 9", "again", "totemo nagai 言葉 9");
        var asked = reader.submit(reset, anew);
        assertThat(asked.location()).isEqualTo(root + "sign-in/second");
        assertThat(reader.open(root + "account").status()).isEqualTo(302);
        clock.forward(Duration.ofSeconds(30));
        var code = Map.of("code", Totp.code(secret, clock));
        assertThat(reader.submit(reader.follow(asked), code).status()).isEqualTo(303);
        assertThat(reader.open(root + "account").status()).isEqualTo(200);
    }

    @Test
    @Rule("X-ID-1")
    void staffNeedASecondFactor() {
        asked(Asked.BY_CHOICE, Asked.ALWAYS);
        var staff = TestMembers.email();
        accounts.createStaff(
                coop,
                staff,
                "tana no aida 88",
                "渋谷 店長",
                Set.of(new StaffRole(StaffRole.Kind.MANAGER, "shibuya")));
        var asked =
                visitor.submit(
                        visitor.open(root + "office/sign-in"),
                        Map.of("email", staff, "password", "tana no aida 88"));
        assertThat(asked.location()).isEqualTo(root + "office/sign-in/second");
        assertThat(visitor.open(root + "office/").status()).isEqualTo(302);
        var second = visitor.follow(asked);
        var in = visitor.submit(second, Map.of("code", mails.only(staff).code()));
        assertThat(in.location()).isEqualTo(root + "office/");
        assertThat(visitor.open(root + "office/").status()).isEqualTo(200);
        assertThat(visitor.open(root + "account").status()).isEqualTo(302);
    }

    /** The member's app is set up: its key. */
    private String app() {
        signIn(visitor);
        visitor.submit(
                visitor.open(root + "account/second-factor"),
                root + "account/second-factor/app",
                Map.of());
        var app = visitor.open(root + "account/second-factor/app");
        var key = Pattern.compile("<code>([A-Z2-7 ]+)</code>").matcher(app.text());
        assertThat(key.find()).isTrue();
        var secret = key.group(1);
        var confirm = root + "account/second-factor/confirm";
        visitor.submit(app, confirm, Map.of("code", Totp.code(secret, clock)));
        return secret;
    }

    private void asked(Asked members, Asked staff) {
        coops.decide(coop, new SecondFactorTerms(members, staff), "", LocalDate.of(2026, 1, 1));
    }

    private Shown signIn(Visitor who) {
        return who.submit(
                who.open(root + "sign-in"),
                Map.of("email", email, "password", TestMembers.PASSWORD));
    }
}
