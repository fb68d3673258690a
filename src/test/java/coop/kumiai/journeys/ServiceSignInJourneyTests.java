package coop.kumiai.journeys;

import com.microsoft.playwright.Page;

import coop.kumiai.connect.Scope;
import coop.kumiai.connect.Services;
import coop.kumiai.connect.TypedService;
import coop.kumiai.kernel.CoopId;
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

import java.util.Set;
import java.util.UUID;

/** A member signs in to a service of somebody else, in a browser that keeps our content policy. */
@KumiaiTest
@Tag("browser")
class ServiceSignInJourneyTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Services services;
    private final String email = TestMembers.email();
    private CoopId coop;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        some.applied(coop, email);
    }

    @Test
    @Rule("X-ID-2")
    void theDemosServiceShowsWhatItGot() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(at("/demo/service/" + coop));
            PageLook.isSoundOnEveryScreen(session);
            page.locator("a.button").click();
            signIn(page);
            agree(page).click();
            page.waitForURL("**/demo/service/" + coop + "/back?**");
            Browser.awaitWords(
                    page, "ログインできました", "山田 花子", email, "http://localhost:" + port + "/" + coop);
            PageLook.isSoundOnEveryScreen(session);
            page.locator("a", hasText("マイページで")).click();
            Browser.awaitWords(page, "ログインを使っているサービス");
        }
    }

    /** Another machine's name is another origin: a redirect after a form would be stopped there. */
    @Test
    void theBrowserGoesOnToAnotherSiteAfterSignInConsentAndRefusal() {
        var there = "http://127.0.0.1:%d/demo/".formatted(port);
        var typed = new TypedService("教室", "見本です。", Set.of(Scope.OPENID), there, "", false);
        var id = services.register(coop, typed, new UUID(7, 7), "試験のため").serviceId();
        var link =
                at(
                        "/%s/connect/authorize?response_type=code&client_id=%s&redirect_uri=%s&scope=openid"
                                        .formatted(coop, id, there)
                                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                                + "&code_challenge_method=S256");
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(link);
            signIn(page);
            page.locator("main button", hasText("同意しない")).click();
            page.waitForURL(there + "?error=access_denied**");
            page.navigate(link);
            agree(page).click();
            page.waitForURL(there + "?code=**");
        }
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(link);
            signIn(page);
            page.waitForURL(there + "?code=**");
        }
    }

    private void signIn(Page page) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(TestMembers.PASSWORD);
        page.locator("main button", hasText("ログインする")).first().click();
    }

    private static com.microsoft.playwright.Locator agree(Page page) {
        return page.locator("main button", hasText("同意してログインする"));
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private String at(String path) {
        return "http://localhost:%d%s".formatted(port, path);
    }
}
