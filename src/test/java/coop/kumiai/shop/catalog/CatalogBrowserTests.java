package coop.kumiai.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Screen;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finding something in a real browser. */
@KumiaiTest
@Tag("browser")
class CatalogBrowserTests {
    @LocalServerPort int port;

    @Test
    void aVisitorSearchesWithoutScript() {
        try (var session = Browser.session(Screen.WITHOUT_SCRIPT)) {
            var page = session.open(at(""));
            page.getByLabel("商品をさがす").fill("しゃけ");
            page.getByText("さがす", new Page.GetByTextOptions().setExact(true)).click();
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
