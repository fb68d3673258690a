package coop.kumiai.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Screen;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The shelves in a real browser. */
@KumiaiTest
@Tag("browser")
class CatalogBrowserTests {
    @LocalServerPort int port;

    static Stream<Arguments> looks() {
        var screens = List.of(Screen.PHONE, Screen.DESKTOP, Screen.LARGE_TEXT, Screen.DARK);
        return Stream.of(
                        "", "category/meat", "search?q=たまご", "search?q=zzzz", "product/2002000020000")
                .flatMap(path -> screens.stream().map(screen -> Arguments.of(path, screen)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsSoundOnEveryScreen(String path, Screen screen) {
        try (var session = Browser.session(screen)) {
            PageLook.isSound(session.open(at(path)));
            assertThat(session.complaints()).isEmpty();
        }
    }

    @Test
    void aVisitorSearchesWithoutScript() {
        try (var session = Browser.session(Screen.WITHOUT_SCRIPT)) {
            var page = session.open(at(""));
            page.getByLabel("商品をさがす").fill("しゃけ");
            page.getByText("さがす", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("h1").textContent()).isEqualTo("「しゃけ」の検索結果");
            page.locator(".product-name a").first().click();
            assertThat(page.locator("h1").textContent()).contains("鮭");
            page.goBack();
            assertThat(page.getByLabel("商品をさがす").inputValue()).isEqualTo("しゃけ");
        }
    }

    @Test
    void namesComeUpWhileTypingAndCanBeReachedByKey() {
        try (var session = Browser.session(Screen.DESKTOP)) {
            var page = session.open(at(""));
            page.getByLabel("商品をさがす").pressSequentially("ヨーグ");
            page.locator("#suggestions a").first().waitFor();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            assertThat((String) page.evaluate("() => document.activeElement.textContent"))
                    .contains("ヨーグルト");
            PageLook.isSound(page);
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=*");
            assertThat(page.locator(".product-name").first().textContent()).contains("ヨーグルト");
            assertThat(session.complaints()).isEmpty();
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + "/minato/" + path;
    }
}
