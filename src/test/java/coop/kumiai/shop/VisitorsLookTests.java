package coop.kumiai.shop;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Screen;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.List;
import java.util.stream.Stream;

/** Every page that a visitor can open, looked at on every screen. */
@KumiaiTest
@Tag("browser")
class VisitorsLookTests {
    private static final List<String> PAGES =
            List.of(
                    "",
                    "category/vegetables",
                    "search?q=たまご",
                    "search?q=ゆきおとこ",
                    "product/2002000020000",
                    "help",
                    "help/orders/limits",
                    "sign-in",
                    "sign-in/forgotten",
                    "register",
                    "office/sign-in");

    @LocalServerPort int port;

    static Stream<Screen> screens() {
        return Stream.of(Screen.PHONE, Screen.DESKTOP, Screen.LARGE_TEXT, Screen.DARK);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyPageIsSound(Screen screen) {
        try (var session = Browser.session(screen)) {
            for (var page : PAGES) {
                PageLook.isSound(session.open(at(page)));
            }
            assertThat(session.complaints()).isEmpty();
        }
    }

    @Test
    void theArrowKeysWalkTheSuggestionsOfTheSearch() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.open(at(""));
            page.locator("#search").pressSequentially("とま");
            page.locator("#suggestions a").first().waitFor();
            page.keyboard().press("ArrowDown");
            assertThat(page.evaluate("() => document.activeElement.textContent"))
                    .isEqualTo(page.locator("#suggestions a").first().textContent());
            page.keyboard().press("Escape");
            assertThat(page.locator("#suggestions a").count()).isZero();
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("search");
        }
    }

    private String at(String page) {
        return "http://localhost:" + port + "/minato/" + page;
    }
}
