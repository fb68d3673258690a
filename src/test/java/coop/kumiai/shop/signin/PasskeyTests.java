package coop.kumiai.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import coop.kumiai.accounts.ClosingAccounts;
import coop.kumiai.accounts.SecondFactorTerms;
import coop.kumiai.accounts.SecondFactorTerms.Asked;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.VirtualDevice;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.LocalDate;

/** Passkeys in a real browser, whose device is Chromium's virtual authenticator. */
@KumiaiTest
@Tag("browser")
class PasskeyTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired ClosingAccounts closing;
    @Autowired TestOrders orders;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;
    Member member;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        email = TestMembers.email();
        member = some.applied(coop, email);
    }

    @Test
    @Rule("X-ID-1")
    void aPasskeyIsMadeNamedUsedAndRemoved() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(at("sign-in"));
            VirtualDevice.on(page);
            register(page);
            PageLook.isSound(page);
            assertThat(page.locator("main").innerText()).contains("登録しました", "花子の電話");

            var before = sessionOf(page);
            signOut(page);
            session.open(at("sign-in"));
            page.getByText("パスキーでログインする").click();
            page.waitForURL(at(""));
            assertThat(sessionOf(page)).isNotEqualTo(before);
            var thief =
                    new Visitor(port).open("/" + coop + "/account", "Cookie", "kumiai=" + before);
            assertThat(thief.status()).isEqualTo(302);
            session.open(at("account"));
            assertThat(page.locator("main").innerText()).contains(email);

            clock.forward(Duration.ofMinutes(10));
            session.open(at("account/passkeys"));
            assertThat(page.title()).contains("ご本人の確認");
            PageLook.isSound(page);
            page.getByText("パスキーで確かめる").click();
            page.waitForURL(at("account/passkeys"));
            page.getByText("取り消す").click();
            page.waitForURL(at("account/passkeys?done=removed"));
            signOut(page);
            session.open(at("sign-in"));
            page.getByText("パスキーでログインする").click();
            page.waitForURL(at("sign-in/passkey"));
            assertThat(page.locator("main").innerText()).contains("このパスキーでは確かめられませんでした");
        }
    }

    @Test
    @Rule("X-ID-1")
    void aPasskeyIsTwoFactorsAtOnce() {
        var always = new SecondFactorTerms(Asked.ALWAYS, Asked.OFF);
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(at("sign-in"));
            VirtualDevice.on(page);
            register(page);
            signOut(page);
            coops.decide(coop, always, "", LocalDate.of(2026, 1, 1));
            session.open(at("sign-in"));
            page.getByText("パスキーでログインする").click();
            page.waitForURL(at(""));
        }
    }

    @Test
    @Rule("X-ID-1")
    void aClosedAccountsPasskeyOpensNothing() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(at("sign-in"));
            VirtualDevice.on(page);
            register(page);
            closing.close(coop, member.accountId().orElseThrow());
            session.open(at("sign-in"));
            page.getByText("パスキーでログインする").click();
            page.waitForURL(at("sign-in/passkey"));
            assertThat(page.locator("main").innerText()).contains("このパスキーでは確かめられませんでした");
        }
    }

    @Test
    @Rule("X-ID-1")
    void staffHavePasskeysOfTheirOwnWhichOpenOnlyTheOffice() {
        coops.decide(
                coop, new SecondFactorTerms(Asked.OFF, Asked.ALWAYS), "", LocalDate.of(2026, 1, 1));
        var desk = orders.staffAddress(coop, StaffRole.Kind.DESK, "shibuya");
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(at("office/sign-in"));
            VirtualDevice.on(page);
            page.getByLabel("メールアドレス").fill(desk);
            page.getByLabel("パスワード").fill(TestOrders.PASSWORD);
            page.getByLabel("パスワード").press("Enter");
            page.waitForURL(at("office/sign-in/second"));
            page.locator("#code").fill(mails.only(desk).code());
            page.locator("#code").press("Enter");
            page.waitForURL(at("office/"));
            page.getByText("パスキー").first().click();
            page.getByLabel("この端末の名前").fill("窓口の端末");
            page.getByText("この端末にパスキーを作る").click();
            page.waitForURL(at("office/passkeys?done=registered"));
            PageLook.isSoundOnEveryScreen(session);
            session.turnTo(Screen.PHONE);

            clock.forward(Duration.ofMinutes(10));
            session.open(at("office/passkeys"));
            assertThat(page.url()).startsWith(at("office/sign-in/again?next="));
            PageLook.isSound(page);
            page.getByText("パスキーでログインする").click();
            page.waitForURL(at("office/passkeys"));
            assertThat(page.locator("main").innerText()).contains("窓口の端末");
            session.open(at("sign-in"));
            page.getByText("パスキーでログインする").click();
            page.waitForURL(at("sign-in/passkey"));
            assertThat(page.locator("main").innerText()).contains("このパスキーでは確かめられませんでした");
        }
    }

    private void register(Page page) {
        page.getByLabel("メールアドレス").fill(email);
        page.getByLabel("パスワード").fill(TestMembers.PASSWORD);
        page.getByLabel("パスワード").press("Enter");
        page.waitForURL(at(""));
        page.navigate(at("account/passkeys"));
        page.getByLabel("この端末の名前").fill("花子の電話");
        page.getByText("この端末にパスキーを作る").click();
        page.waitForURL(at("account/passkeys?done=registered"));
    }

    private void signOut(Page page) {
        page.navigate(at("account"));
        page.getByText("ログアウト").click();
        page.waitForURL(at("signed-out"));
    }

    private static String sessionOf(Page page) {
        return page.context().cookies().stream()
                .filter(it -> it.name.equals("kumiai"))
                .map(it -> it.value)
                .findFirst()
                .orElseThrow();
    }

    private String at(String page) {
        return "http://localhost:" + port + "/" + coop + "/" + page;
    }
}
