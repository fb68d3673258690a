package coop.kumiai.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.RecoveryTerms;
import coop.kumiai.accounts.SignInTerms;
import coop.kumiai.accounts.StaffRole;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@KumiaiTest
class SignInPagesTests {
    private static final String NEW = "totemo nagai 言葉 9";

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
    void aMemberSignsInAndOut() {
        assertThat(visitor.open(root + "account").location())
                .isEqualTo(root + "sign-in?next=%2F" + coop + "%2Faccount");
        var signIn = visitor.follow(visitor.open(root + "account"));
        var in = visitor.submit(signIn, right());
        assertThat(in.location()).isEqualTo(root + "account");
        var account = visitor.follow(in);
        assertThat(account.words()).contains("山田 花子", email);

        var out = visitor.submit(account, root + "sign-out", Map.of());
        assertThat(visitor.follow(out).words()).contains("ログアウトしました");
        assertThat(visitor.open(root + "account").status()).isEqualTo(302);
    }

    @Test
    void theSessionIsAnotherOneAfterSigningIn() {
        var staff = TestMembers.email();
        var roles = Set.of(new StaffRole(StaffRole.Kind.MANAGER, "shibuya"));
        accounts.createStaff(coop, staff, "tana no aida 88", "渋谷 店長", roles);
        var atWork = Map.of("email", staff, "password", "tana no aida 88");
        visitor.submit(visitor.open(root + "office/sign-in"), atWork);
        var beforeTheMember = visitor.twin();
        assertThat(beforeTheMember.open(root + "office/").status()).isEqualTo(200);
        var signIn = visitor.open(root + "sign-in");
        visitor.submit(signIn, wrong());
        visitor.submit(signIn, right());
        assertThat(visitor.open(root + "account").status()).isEqualTo(200);
        assertThat(beforeTheMember.open(root + "account").status()).isEqualTo(302);

        var beforeTheOffice = visitor.twin();
        assertThat(beforeTheOffice.open(root + "account").status()).isEqualTo(200);
        visitor.submit(visitor.open(root + "office/sign-in"), atWork);
        assertThat(visitor.open(root + "office/").status()).isEqualTo(200);
        assertThat(beforeTheOffice.open(root + "office/").status()).isEqualTo(302);
        assertThat(beforeTheOffice.open(root + "account").status()).isEqualTo(302);
    }

    @Test
    @Rule("N-JOIN-4")
    void aSignInCountsAtItsOwnCoopOnly() {
        visitor.submit(visitor.open(root + "sign-in"), right());
        var other = "/" + coops.fresh() + "/";
        assertThat(visitor.open(other + "account").location()).startsWith(other + "sign-in");
        assertThat(visitor.submit(visitor.open(other + "sign-in"), right()).status())
                .isEqualTo(422);
    }

    @Test
    @Rule("M-LOGIN-1")
    void aWrongOneIsToldTheSameWhateverWasWrong() {
        var unknown = new HashMap<>(right());
        unknown.put("email", "nobody@example.com");
        var first = visitor.submit(visitor.open(root + "sign-in"), wrong());
        var second = visitor.submit(visitor.open(root + "sign-in"), unknown);
        assertThat(first.status()).isEqualTo(422);
        assertThat(first.words()).contains("メールアドレスかパスワードが違います", "パスワードを忘れた方");
        assertThat(second.words()).isEqualTo(first.words());
        assertThat(first.text()).contains("value=\"" + email + "\"").doesNotContain("ちがう");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "javascript:alert(1)",
                "/other/account",
                "\r\nSet-Cookie: x=y"
            })
    void aSignInLeadsNowhereElse(String next) {
        var fields = new HashMap<>(right());
        fields.put("next", next);
        assertThat(visitor.submit(visitor.open(root + "sign-in"), fields).location())
                .isEqualTo(root);
    }

    @Test
    @Rule("M-SEC-1")
    void afterTooManyWrongTriesOneWaitsAndIsToldHowLong() {
        var terms =
                new SignInTerms(
                        2,
                        50,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(10),
                        Duration.ofDays(30),
                        Duration.ofHours(12));
        coops.decide(coop, terms, "", LocalDate.of(2026, 1, 1));
        var known = new Visitor(port);
        known.submit(known.open(root + "sign-in"), right());

        var signIn = visitor.open(root + "sign-in");
        visitor.submit(signIn, wrong());
        visitor.submit(signIn, wrong());
        assertThat(visitor.submit(signIn, right()).words()).contains("あと10秒");
        assertThat(known.submit(known.open(root + "sign-in"), right()).status()).isEqualTo(303);
        clock.forward(Duration.ofSeconds(10));
        assertThat(visitor.submit(signIn, right()).status()).isEqualTo(303);
    }

    @Test
    @Rule({"N-REG-5", "M-LOGIN-3"})
    void aForgottenPasswordIsSetAnewByTheMailAndEndsEverySignIn() {
        recoverBy(RecoveryTerms.Way.LINK);
        var elsewhere = new Visitor(port);
        elsewhere.submit(elsewhere.open(root + "sign-in"), right());
        assertThat(elsewhere.open(root + "account").status()).isEqualTo(200);

        var sent = forget(email);
        assertThat(mails.only(email).text()).contains(root + "sign-in/reset/");
        var code = proofs.letter(coop, mailOf(sent)).orElseThrow().code();
        var byCode = visitor.submit(sent, root + "sign-in/forgotten/sent", Map.of("code", code));
        var reset = visitor.follow(byCode);
        var weak = visitor.submit(reset, Map.of("password", "minato", "again", "minato"));
        assertThat(weak.words()).contains("12文字以上");
        var done = visitor.follow(visitor.submit(reset, Map.of("password", NEW, "again", NEW)));
        assertThat(done.words()).contains("パスワードを変えました", "山田 花子");

        assertThat(elsewhere.open(root + "account").status()).isEqualTo(302);
        assertThat(elsewhere.submit(elsewhere.open(root + "sign-in"), right()).status())
                .isEqualTo(422);
        var used = visitor.open(reset.path());
        assertThat(used.status()).isEqualTo(422);
        assertThat(used.words()).contains("もう済んでいます", "もう一度メールを受け取る");
    }

    @Test
    @Rule("N-REG-5")
    void theAnswerNeverTellsWhetherTheAddressIsRegistered() {
        var other = TestMembers.email();
        var known = forget(email);
        var unknown = forget(other);
        assertThat(known.words().replace(email, other)).isEqualTo(unknown.words());
        assertThat(mails.only(other).text()).contains("登録されていません").doesNotContain("/reset/");
    }

    @Test
    void anExpiredMailSaysSoWithAWayOut() {
        recoverBy(RecoveryTerms.Way.LINK);
        var token = proofs.letter(coop, mailOf(forget(email))).orElseThrow().token();
        clock.forward(Duration.ofMinutes(30));
        var gone = visitor.open(root + "sign-in/reset/" + token);
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.words()).contains("30分の期限を過ぎました", "もう一度メールを受け取る");
    }

    @Test
    void staffSignInAtTheOfficeAndMembersDoNot() {
        var staff = TestMembers.email();
        var roles = Set.of(new StaffRole(StaffRole.Kind.MANAGER, "shibuya"));
        accounts.createStaff(coop, staff, "tana no aida 88", "渋谷 店長", roles);
        assertThat(visitor.open(root + "office/").location()).startsWith(root + "office/sign-in");
        var door = visitor.open(root + "office/sign-in");
        assertThat(visitor.submit(door, right()).status()).isEqualTo(422);
        var in = visitor.submit(door, Map.of("email", staff, "password", "tana no aida 88"));
        assertThat(in.location()).isEqualTo(root + "office/");
        var office = visitor.follow(in);
        assertThat(office.status()).isEqualTo(200);
        assertThat(visitor.open(root + "account").status()).isEqualTo(302);
        assertThat(
                        visitor.submit(
                                        visitor.open(root + "sign-in"),
                                        Map.of("email", staff, "password", "tana no aida 88"))
                                .status())
                .isEqualTo(422);

        var out = visitor.submit(office, root + "office/sign-out", Map.of());
        assertThat(out.location()).isEqualTo(root + "office/sign-in");
        assertThat(visitor.open(root + "office/").status()).isEqualTo(302);
    }

    @Test
    void onePersonMayBeMemberAndStaffInOneBrowser() {
        var staff = TestMembers.email();
        accounts.createStaff(
                coop,
                staff,
                "tana no aida 88",
                "渋谷 店長",
                Set.of(new StaffRole(StaffRole.Kind.MANAGER, "shibuya")));
        visitor.submit(visitor.open(root + "sign-in"), right());
        visitor.submit(
                visitor.open(root + "office/sign-in"),
                Map.of("email", staff, "password", "tana no aida 88"));
        assertThat(visitor.open(root + "account").status()).isEqualTo(200);
        visitor.submit(visitor.open(root + "account"), root + "sign-out", Map.of());
        assertThat(visitor.open(root + "office/").status()).isEqualTo(200);
        assertThat(visitor.open(root + "account").status()).isEqualTo(302);
    }

    @Test
    @Rule("N-REG-5")
    void aTemporaryPasswordOpensOnceAndOnlyTheWayToANewOne() {
        assertThat(forget(email).words()).contains("仮パスワードでログイン").doesNotContain("確認コード");
        var mail = mails.only(email).text();
        assertThat(mail).contains("30分", "/sign-in").doesNotContain("/reset/");
        var temporary = temporary(mail);
        var asked = visitor.submit(visitor.open(root + "sign-in"), with(temporary.toUpperCase()));
        assertThat(asked.location()).startsWith(root + "sign-in/reset/");
        assertThat(visitor.open(root + "account").status()).isEqualTo(302);
        var done = visitor.submit(visitor.follow(asked), Map.of("password", NEW, "again", NEW));
        assertThat(visitor.follow(done).words()).contains("パスワードを変えました");

        var again = new Visitor(port);
        var signIn = again.open(root + "sign-in");
        assertThat(again.submit(signIn, with(temporary)).status()).isEqualTo(422);
        assertThat(again.submit(signIn, with(NEW)).status()).isEqualTo(303);
    }

    @Test
    @Rule("N-REG-5")
    void aTemporaryPasswordEndsByItsTimeAndTheOldOneGoesOn() {
        forget(email);
        var temporary = temporary(mails.only(email).text());
        clock.forward(Duration.ofMinutes(30));
        var signIn = visitor.open(root + "sign-in");
        assertThat(visitor.submit(signIn, with(temporary)).status()).isEqualTo(422);
        assertThat(visitor.submit(signIn, right()).status()).isEqualTo(303);
    }

    @Test
    @Rule("B-LOGIN-3")
    void withThePhoneNumberInAnyWritingOrNothing() {
        recoverBy(RecoveryTerms.Way.LINK_AND_PHONE);
        var form = visitor.open(root + "sign-in/forgotten");
        var action = root + "sign-in/forgotten";
        var wrong = Map.of("email", email, "phone", "03-5550-0101");
        var first = visitor.follow(visitor.submit(form, action, wrong));
        assertThat(mails.to(email, 1).getFirst().text()).doesNotContain("/reset/");
        var right = Map.of("email", email, "phone", "０９０ー１２３４ー５６７８");
        var second = visitor.follow(visitor.submit(form, action, right));
        assertThat(second.words()).isEqualTo(first.words());
        assertThat(mails.to(email, 2).getFirst().text()).contains("/reset/");
    }

    private void recoverBy(RecoveryTerms.Way way) {
        coops.decide(coop, new RecoveryTerms(way), "", LocalDate.of(2026, 1, 1));
    }

    private Map<String, String> with(String password) {
        return Map.of("email", email, "password", password);
    }

    private static String temporary(String mail) {
        return mail.lines()
                .filter(it -> it.startsWith("仮パスワード: "))
                .map(it -> it.substring("仮パスワード: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private Shown forget(String address) {
        var asked = visitor.open(root + "sign-in/forgotten");
        return visitor.follow(visitor.submit(asked, Map.of("email", address)));
    }

    private static UUID mailOf(Shown sent) {
        return UUID.fromString(sent.path().substring(sent.path().indexOf('=') + 1));
    }

    private Map<String, String> right() {
        return Map.of("email", email, "password", TestMembers.PASSWORD);
    }

    private Map<String, String> wrong() {
        return Map.of("email", email, "password", "ちがうパスワード");
    }
}
