package coop.kumiai.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.AccessTokens;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.util.Map;

@KumiaiTest
class ProvePageTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Mails mails;
    @Autowired AccessTokens tokens;
    @Autowired BusinessClock clock;
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
        visitor = new Visitor(port);
        visitor.submit(
                visitor.open(root + "sign-in"),
                Map.of("email", email, "password", TestMembers.PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account/email",
                "account/password",
                "account/profile",
                "account/close",
                "account/second-factor",
                "account/passkeys",
                "account/devices",
                "account/addresses/new"
            })
    @Rule("X-ID-1")
    void whatIsTheOwnersOnlyAsksForAFreshProof(String page) {
        assertThat(visitor.open(root + page).status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(10));
        var prove = visitor.open(root + page);
        assertThat(prove.location()).startsWith(root + "account/prove?next=");
        assertThat(visitor.open(root + "account").status()).isEqualTo(200);
    }

    @Test
    @Rule("X-ID-1")
    void thePasswordProvesAndLeadsBack() {
        clock.forward(Duration.ofMinutes(10));
        var prove = visitor.follow(visitor.open(root + "account/email"));
        var wrong = visitor.submit(prove, Map.of("password", "ちがう"));
        assertThat(wrong.words()).contains("いまのパスワードが違います");
        var right = visitor.submit(prove, Map.of("password", TestMembers.PASSWORD));
        assertThat(right.location()).isEqualTo(root + "account/email");
        assertThat(visitor.follow(right).status()).isEqualTo(200);
    }

    @Test
    @Rule("X-ID-1")
    void soDoesAMailedCode() {
        clock.forward(Duration.ofMinutes(10));
        var prove = visitor.follow(visitor.open(root + "account/email"));
        var mailed = visitor.submit(prove, root + "account/prove/mail", Map.of());
        var code = Map.of("code", mails.only(email).code());
        var right = visitor.submit(mailed, root + "account/prove/code", code);
        assertThat(right.location()).isEqualTo(root + "account/email");
        assertThat(visitor.follow(right).status()).isEqualTo(200);
    }

    @Test
    @Rule("X-ID-1")
    void theTokenOfSomebodyElseProvesNothing() {
        var thief = some.applied(coop).accountId().orElseThrow();
        clock.forward(Duration.ofMinutes(10));
        var bearer = "Bearer " + tokens.issue(coop, thief);
        var passkeys = visitor.open(root + "account/passkeys", "Authorization", bearer);
        assertThat(passkeys.location()).startsWith(root + "account/prove");
    }

    @Test
    @Rule("X-ID-1")
    void theProofThatSomebodyAskedForOnASharedComputerIsNotTheNextOnes() {
        clock.forward(Duration.ofMinutes(10));
        var mine = visitor.follow(visitor.open(root + "account/email"));
        var asked = visitor.submit(mine, root + "account/prove/mail", Map.of());
        assertThat(asked.text()).contains("account/prove/code");
        visitor.submit(visitor.open(root + "account"), root + "sign-out", Map.of());
        var next = TestMembers.email();
        some.applied(coop, next);
        visitor.submit(
                visitor.open(root + "sign-in"),
                Map.of("email", next, "password", TestMembers.PASSWORD));
        clock.forward(Duration.ofMinutes(10));
        var theirs = visitor.follow(visitor.open(root + "account/email"));
        assertThat(theirs.status()).isEqualTo(200);
        assertThat(theirs.text()).doesNotContain("account/prove/code");
    }

    @Test
    void aProofBeginsTheCookieAnew() {
        var thief = visitor.twin();
        clock.forward(Duration.ofMinutes(10));
        var prove = visitor.follow(visitor.open(root + "account/email"));
        visitor.submit(prove, Map.of("password", TestMembers.PASSWORD));
        assertThat(visitor.open(root + "account/email").status()).isEqualTo(200);
        assertThat(thief.open(root + "account").status()).isEqualTo(302);
    }

    @Test
    void aFormThatWasOpenIsTakenAWhileLongerButNotForever() {
        var form = visitor.open(root + "account/email");
        clock.forward(Duration.ofMinutes(39));
        var next = TestMembers.email();
        assertThat(visitor.submit(form, Map.of("email", next)).location()).contains("sent?mail=");
        clock.forward(Duration.ofMinutes(1));
        assertThat(visitor.submit(form, Map.of("email", next)).location())
                .startsWith(root + "account/prove");
    }
}
