package coop.kumiai.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import coop.kumiai.accounts.MailProofs;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Registrations;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.List;

/** The inner pages of the registration and the pages of My Page without script. */
@KumiaiTest
@Tag("browser")
class MembersLookTests {
    private static final List<String> PAGES =
            List.of(
                    "account",
                    "account/profile",
                    "account/password",
                    "account/email",
                    "account/devices",
                    "account/passkeys",
                    "account/second-factor",
                    "account/looks",
                    "account/prove",
                    "account/close",
                    "account/addresses",
                    "account/addresses/new");

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Registrations registrations;
    @Autowired MailProofs proofs;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    @Rule("N-SEC-1")
    void everyPageOfAMemberIsSound() {
        try (var session = Browser.session(Screen.WITHOUT_SCRIPT)) {
            signIn(session.open(at("sign-in")));
            for (var page : PAGES) {
                PageLook.isSound(session.open(at(page)));
            }
            assertThat(session.complaints()).isEmpty();
        }
    }

    @Test
    void theRegistrationIsSoundWithEveryFaultAndAsALetter() {
        var mail = registrations.ask(coop, TestMembers.JINGUMAE, TestMembers.email(), "192.0.2.1");
        try (var session = Browser.session(Screen.WITHOUT_SCRIPT)) {
            PageLook.isSound(session.open(at("register/sent?mail=" + mail)));
            var page =
                    session.open(
                            at("register/open/" + proofs.letter(coop, mail).orElseThrow().token()));
            PageLook.isSound(page);
            press(page, "内容を確かめる");
            assertThat(page.title()).startsWith("入力の確認");
            PageLook.isSound(page);
            fill(page);
            press(page, "内容を確かめる");
            PageLook.isSound(page);
            press(page, "この内容で登録する");
            assertThat(page.locator("h1").textContent()).isEqualTo("登録が完了しました");
            PageLook.isSound(page);
        }
    }

    @Test
    void aBirthDateIsReadBackAsSoonAsItsFieldIsLeft() {
        var mail = registrations.ask(coop, TestMembers.JINGUMAE, TestMembers.email(), "192.0.2.1");
        try (var session = Browser.session(Screen.PHONE)) {
            var page =
                    session.open(
                            at("register/open/" + proofs.letter(coop, mail).orElseThrow().token()));
            page.locator("#birthDate").fill("Ｓ４６．４．１");
            page.locator("#street").focus();
            page.getByText("1971年4月1日（昭和46年4月1日）").waitFor();
        }
    }

    private void signIn(Page page) {
        var email = TestMembers.email();
        some.applied(coop, email);
        page.locator("#email").fill(email);
        page.locator("#password").fill(TestMembers.PASSWORD);
        press(page, "ログインする");
    }

    private static void fill(Page page) {
        page.locator("#family").fill("髙橋");
        page.locator("#given").fill("花子");
        page.locator("#familyKana").fill("たかはし");
        page.locator("#givenKana").fill("はなこ");
        page.locator("#phone").fill("090 1234 5678");
        page.locator("#birthDate").fill("昭和46年4月1日");
        page.locator("#street").fill("1-2-3");
        page.locator("#password").fill(TestMembers.PASSWORD);
        page.locator("#again").fill(TestMembers.PASSWORD);
    }

    private static void press(Page page, String label) {
        page.locator("main button", new Page.LocatorOptions().setHasText(label)).first().click();
        page.waitForLoadState();
    }

    private String at(String page) {
        return "http://localhost:" + port + "/" + coop + "/" + page;
    }
}
