package coop.kumiai.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.Browser.Session;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.VirtualDevice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;

/**
 * A member's day on My Page with a passkey in the place of the password: sign in, prove who one is,
 * change what is registered, ask the office, sign out.
 */
@KumiaiTest
@Tag("browser")
class MyPageByPasskeyTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;

    @BeforeEach
    void aMemberOfASchoolCoop() {
        coop = coops.school();
        email = TestMembers.email();
        some.joined(coop, email);
    }

    @Test
    @Rule({"X-ID-1", "M-PAGE-1", "M-SEC-1"})
    void fromTheFirstPasskeyToSigningOut() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(at("sign-in"));
            VirtualDevice.on(page);
            makeAPasskey(session);
            signOut(session);
            look(session, "sign-in");
            press(page, "パスキーでログインする");
            page.waitForURL(url -> !url.contains("sign-in"));
            look(session, "account");
            Browser.awaitWords(page, "山田 花子", "1個", email);
            look(session, "account/shares");
            clock.forward(Duration.ofMinutes(10));
            changeThePhoneNumber(session);
            askTheOffice(session);
            signOut(session);
            assertThat(session.complaints()).isEmpty();
        }
    }

    private void makeAPasskey(Session session) {
        var page = session.page();
        page.locator("#email").fill(email);
        page.locator("#password").fill(TestMembers.PASSWORD);
        press(page, "ログインする");
        look(session, "account/passkeys");
        page.getByLabel("この端末の名前").fill("花子の電話");
        press(page, "この端末にパスキーを作る");
        page.waitForURL(at("account/passkeys?done=registered"));
        PageLook.isSound(page);
    }

    /** The last proof is too long ago, so the finger is asked for once more. */
    private void changeThePhoneNumber(Session session) {
        var page = session.open(at("account/profile"));
        assertThat(page.title()).startsWith("ご本人の確認");
        PageLook.isSound(page);
        press(page, "パスキーで確かめる");
        page.waitForURL(at("account/profile"));
        page.locator("#phone").fill("０８０ １１１１ ２２２２");
        press(page, "内容を確かめる");
        PageLook.isSound(page);
        press(page, "この内容にする");
        Browser.awaitWords(page, "登録の内容を変えました", "080-1111-2222");
    }

    private void askTheOffice(Session session) {
        var page = session.open(at("account/requests"));
        page.locator("#body").fill("出資金を増やすには、どうしたらよいですか。");
        press(page, "送る");
        Browser.awaitWords(page, "受け付けました");
        PageLook.isSound(page);
    }

    private void signOut(Session session) {
        var page = session.open(at("account"));
        press(page, "ログアウト");
        page.waitForURL(at("signed-out"));
    }

    private void look(Session session, String path) {
        PageLook.isSound(session.open(at(path)));
    }

    private static void press(Page page, String label) {
        page.locator("main button", new Page.LocatorOptions().setHasText(label)).first().click();
        page.waitForLoadState();
    }

    private String at(String path) {
        return "http://localhost:" + port + "/" + coop + "/" + path;
    }
}
