package coop.kumiai.shop;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Screen;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a visitor's fingers do on the pages of the shop. */
@KumiaiTest
@Tag("browser")
class VisitorsLookTests {
    @LocalServerPort int port;

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
