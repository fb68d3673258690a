package coop.kumiai.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.membership.Leaving.Ground;
import coop.kumiai.membership.Leavings;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.UUID;

/** A card shown where there is no network: without a code, and gone with My Page. */
@KumiaiTest
@Tag("browser")
class CardWithoutNetworkTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final String UNTIL =
            """
            async () => {
                for (let i = 0; i < 200; i++) {
                    if (%s) return true;
                    await new Promise((later) => setTimeout(later, 50));
                }
                return false;
            }\
            """;
    private static final String IS_KEPT =
            UNTIL.formatted("await caches.match(location.pathname + '/offline')");
    private static final String NOTHING_IS_KEPT =
            UNTIL.formatted("(await caches.keys()).length === 0");
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired Leavings leavings;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;
    Member hanako;

    @BeforeEach
    void aMember() {
        coop = coops.school();
        email = TestMembers.email();
        hanako = some.joined(coop, email);
        some.code(coop, hanako);
    }

    @Test
    @Rule({"X-CARD-1", "M-CARD-1"})
    void aKeptCardIsShownOnlyAndEndsWithMyPage() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = keptCard(session);
            goOffline(page);
            Browser.awaitWords(page, "お支払いには使えません", "山田 花子");
            assertThat(page.locator("main").textContent()).doesNotContain("まで使えます");
            assertThat(page.locator(".qr-code").count()).isZero();
            PageLook.isSound(page);

            page.context().setOffline(false);
            page.locator("a", new Page.LocatorOptions().setHasText("もう一度つなぐ")).click();
            page.locator(".qr-code").waitFor();

            endMyPage();
            session.open(at("account/card"));
            assertThat(page.url()).endsWith("/account/not-open");
            awaitNothingKept(page);
        }
    }

    @Test
    @Rule("M-CARD-1")
    void whoSignsOutLeavesNothing() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = keptCard(session);
            session.open(at("account"));
            page.locator("main button", new Page.LocatorOptions().setHasText("ログアウト")).click();
            page.waitForURL("**/signed-out");
            assertThat(page.evaluate(NOTHING_IS_KEPT)).isEqualTo(true);
            awaitNothingKept(page);
        }
    }

    private Page keptCard(Browser.Session session) {
        var page = session.open(at("sign-in"));
        page.locator("#email").fill(email);
        page.locator("#password").fill(TestMembers.PASSWORD);
        page.locator("main button", new Page.LocatorOptions().setHasText("ログインする")).first().click();
        session.open(at("account/card"));
        page.locator(".qr-code").waitFor();
        assertThat(page.evaluate(IS_KEPT)).isEqualTo(true);
        return page;
    }

    /** The browser tells its worker that the network is gone a moment after the page. */
    private static void goOffline(Page page) {
        page.context().setOffline(true);
        page.waitForCondition(
                () -> {
                    page.reload();
                    return page.locator(".qr-code").count() == 0;
                });
    }

    private void awaitNothingKept(Page page) {
        page.context().setOffline(true);
        page.waitForCondition(() -> !opens(page));
    }

    private boolean opens(Page page) {
        try {
            page.navigate(at("account/card"));
            return true;
        } catch (PlaywrightException noNetwork) {
            return false;
        }
    }

    private void endMyPage() {
        leavings.notice(coop, hanako.memberId(), Ground.DEATH, STAFF, "", "窓口");
        clock.standAt(TestClock.jst("2026-11-21T00:10"));
        leavings.effect(coop);
        leavings.payBack(coop, hanako.memberId(), STAFF, "振込", "窓口");
    }

    private String at(String path) {
        return "http://localhost:" + port + "/" + coop.code() + "/" + path;
    }
}
