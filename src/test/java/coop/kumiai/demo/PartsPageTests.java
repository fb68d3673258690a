package coop.kumiai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Screen;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.List;
import java.util.stream.Stream;

@KumiaiTest
@Tag("browser")
class PartsPageTests {
    @LocalServerPort int port;

    static Stream<Arguments> looks() {
        var screens = List.of(Screen.PHONE, Screen.DESKTOP, Screen.LARGE_TEXT, Screen.DARK);
        return Stream.of("/demo/parts", "/demo/parts/office", "/demo/parts/field")
                .flatMap(path -> screens.stream().map(screen -> Arguments.of(path, screen)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPartIsSoundOnEveryScreen(String path, Screen screen) {
        try (var session = Browser.session(screen)) {
            PageLook.isSound(session.open(at(path)));
            assertThat(session.complaints()).isEmpty();
        }
    }

    @Test
    void pressingPlusTwiceAsksOnceForBoth() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(at("/demo/parts"));
            var answer =
                    page.waitForResponse(
                            response -> response.url().endsWith("/demo/parts/stepper"),
                            () -> {
                                page.locator("#in-cart-1-more").click();
                                page.locator("#in-cart-1-more").click();
                            });
            assertThat(answer.request().postData()).contains("quantity=4").doesNotContain("step=");
            page.locator("#announcement:has-text('4点')").waitFor(attached());
            assertThat(page.evaluate("() => document.activeElement.id"))
                    .isEqualTo("in-cart-1-more");
            assertThat(session.complaints()).isEmpty();
        }
    }

    @Test
    void aFormThatCameBackPutsFocusOnWhatIsWrong() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(at("/demo/parts"));
            assertThat(page.evaluate("() => document.activeElement.className"))
                    .isEqualTo("error-summary");
            page.locator(".error-summary a").first().click();
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("email");
        }
    }

    @Test
    void aPhoneShowsOneDayOfSlotsAtATimeWithoutScript() {
        try (var session = Browser.session(Screen.WITHOUT_SCRIPT)) {
            var page = session.open(at("/demo/parts"));
            assertThat(page.locator(".slot-day:visible").count()).isEqualTo(1);
            page.getByLabel("あさって").first().check();
            assertThat(page.locator(".slot-day:visible").getAttribute("aria-label"))
                    .startsWith("あさって");
        }
    }

    @Test
    void theOfficeWalksItsRowsByKeyboard() {
        try (var session = Browser.session(Screen.DESKTOP)) {
            var page = session.open(at("/demo/parts/office"));
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("k");
            assertThat(page.evaluate("() => document.activeElement.textContent"))
                    .isEqualTo(page.locator(".rows tbody a").first().textContent());
            page.keyboard().press("/");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("q");
        }
    }

    private static com.microsoft.playwright.Locator.WaitForOptions attached() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
