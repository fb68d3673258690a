package coop.kumiai.shop.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import coop.kumiai.accounts.Account.Kind;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.SignInTerms;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

@KumiaiTest
class DevicesPageTests {
    private static final String NEW = "totemo nagai 言葉 9";
    private static final Pattern END = Pattern.compile("action=\"(/[^\"]*/devices/[^\"/]*/end)\"");

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired BusinessClock clock;
    @Autowired Policies policies;
    @Autowired Accounts accounts;
    @Autowired DSLContext sql;
    CoopId coop;
    String root;
    String email;
    Visitor phone;

    @BeforeEach
    void aMemberAtHome() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        email = TestMembers.email();
        some.applied(coop, email);
        phone = signedIn();
    }

    @Test
    @Rule("X-ID-1")
    void everyBrowserIsListedAndEndedOneByOne() {
        assertThat(devices(phone).words()).contains("いまお使いの端末です").doesNotContain("ログインを切る：");
        var lost = signedIn();
        var page = devices(phone);
        assertThat(END.matcher(page.text()).results()).hasSize(1);
        var end = END.matcher(page.text());
        assertThat(end.find()).isTrue();
        var done = phone.follow(phone.submit(page, end.group(1), Map.of()));
        assertThat(done.words()).contains("その端末でのログインを切りました");
        assertThat(lost.open(root + "account").status()).isEqualTo(302);
        assertThat(phone.open(root + "account").status()).isEqualTo(200);
    }

    @Test
    @Rule("X-ID-1")
    void allOthersAreEndedAtOnce() {
        var first = signedIn();
        var second = signedIn();
        var page = devices(phone);
        phone.submit(page, root + "account/devices/end-others", Map.of());
        assertThat(first.open(root + "account").status()).isEqualTo(302);
        assertThat(second.open(root + "account").status()).isEqualTo(302);
        assertThat(phone.open(root + "account").status()).isEqualTo(200);
    }

    @Test
    @Rule("X-ID-1")
    void aStolenCookieIsWorthlessOnceItsOwnerHasLeftOrChangedThePassword() {
        var thief = phone.twin();
        assertThat(thief.open(root + "account").status()).isEqualTo(200);
        phone.submit(phone.open(root + "account"), root + "sign-out", Map.of());
        assertThat(thief.open(root + "account").status()).isEqualTo(302);

        var again = signedIn();
        var other = again.twin();
        var form = again.open(root + "account/password");
        again.submit(form, Map.of("present", TestMembers.PASSWORD, "password", NEW, "again", NEW));
        assertThat(again.open(root + "account").status()).isEqualTo(200);
        assertThat(other.open(root + "account").status()).isEqualTo(302);
    }

    @Test
    void nobodyEndsAnothersSignIn() {
        var stranger = TestMembers.email();
        some.applied(coop, stranger);
        var theirs = signedIn(stranger);
        signedIn();
        var end = END.matcher(devices(phone).text());
        assertThat(end.find()).isTrue();
        theirs.submit(theirs.open(root + "account"), root + "sign-out", Map.of());
        var back = signedIn(stranger);
        var token = Map.of("_csrf", csrf(back.open(root + "account").text()));
        assertThat(back.post(end.group(1), token).status()).isEqualTo(303);
        assertThat(END.matcher(devices(phone).text()).results()).hasSize(1);
    }

    @Test
    void everybodySignsInAnewAfterTheLongestTime() {
        for (var day = 0; day < 180; day += 20) {
            assertThat(phone.open(root + "account").status()).isEqualTo(200);
            clock.forward(Duration.ofDays(20));
        }
        assertThat(phone.open(root + "account").status()).isEqualTo(302);
    }

    @Test
    void aBrowserThatIsNotUsedForLongSignsInAnew() {
        var idle = policies.today(coop, SignInTerms.class).sessionIdle();
        lastUsedBefore(idle.minusMinutes(1));
        assertThat(phone.open(root + "account").status()).isEqualTo(200);
        lastUsedBefore(idle.plusSeconds(1));
        assertThat(phone.open(root + "account").status()).isEqualTo(302);
    }

    /** Spring's sessions live by the clock of the machine, which no test can move. */
    private void lastUsedBefore(Duration ago) {
        var account = accounts.findByEmail(coop, Kind.MEMBER, email).orElseThrow();
        var rows =
                sql.execute(
                        "update accounts.session set last_access_time = last_access_time - {0}"
                                + " where principal_name = {1}",
                        val(ago.toMillis()), val(coop + ":" + account.accountId()));
        assertThat(rows).isEqualTo(1);
    }

    private Visitor.Shown devices(Visitor who) {
        return who.open(root + "account/devices");
    }

    private static String csrf(String text) {
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Visitor signedIn() {
        return signedIn(email);
    }

    private Visitor signedIn(String address) {
        var someone = new Visitor(port);
        someone.submit(
                someone.open(root + "sign-in"),
                Map.of("email", address, "password", TestMembers.PASSWORD));
        return someone;
    }
}
