package coop.kumiai.journeys;

import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.CouponSamples;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Shopping;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A coupon is swapped for another one in a browser; the order has the second, and gives it back.
 */
@KumiaiTest
@Tag("browser")
class CouponJourney {
    private static final Path PICTURES = Path.of("target", "journey");

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers members;
    @Autowired Carts carts;
    @Autowired CouponDesk desk;
    @Autowired ApplicationContext context;
    CoopId coop;
    UUID first;
    UUID second;
    String email;

    @BeforeEach
    void aReadyMember() {
        coop = coops.fresh();
        var shopping = new Shopping(coop, context);
        email = TestMembers.email();
        var account = members.applied(coop, email).accountId().orElseThrow();
        shopping.choose(account, TOMORROW);
        carts.add(coop, account, RICE, 2);
        first = CouponSamples.amount(100).named("はじめての冬支度").in(coop, desk);
        second = CouponSamples.amount(250).named("鍋の日").least(1500).in(coop, desk);
    }

    static Screen[] screens() {
        return new Screen[] {Screen.PHONE, Screen.WITHOUT_SCRIPT};
    }

    @ParameterizedTest
    @MethodSource("screens")
    @Rule({"N-CPN-1", "N-CPN-2"})
    @DisplayName("一枚目を選び、二枚目に替えて確定し、取り消すと二枚目が戻る")
    void theSecondCouponCountsAndComesBack(Screen screen) {
        try (var member = Browser.session(screen)) {
            var page = member.open(address("sign-in"));
            page.locator("[name=email]").fill(email);
            page.locator("[name=password]").fill(TestMembers.PASSWORD);
            press(page, "ログインする");
            claims(page, "はじめての冬支度", "coupons");
            claims(page, "鍋の日", "coupons-swapped");
            page.navigate(address("cart"));
            look(page, "coupon-cart");
            assertThat(page.locator("main, aside").last().innerText()).contains("鍋の日", "−250円");
            page.navigate(address("checkout"));
            look(page, "coupon-checkout");
            press(page, "確認へ進む");
            look(page, "coupon-letter");
            Browser.awaitWords(page, "クーポン「鍋の日」", "2,130");
            assertThat(page.locator("main").textContent()).doesNotContain("冬支度");
            press(page, "注文を確定する");
            assertThat(desk.get(coop, second).uses()).isEqualTo(1);
            assertThat(desk.get(coop, first).uses()).isZero();
            cancels(page);
            page.navigate(address("coupons"));
            assertThat(coupon(page, "鍋の日").innerText()).contains("このクーポンを使う");
            assertThat(desk.get(coop, second).uses()).isZero();
        }
    }

    private void claims(Page page, String title, String name) {
        page.navigate(address("coupons"));
        look(page, name);
        coupon(page, title).getByRole(AriaRole.BUTTON).click();
        assertThat(coupon(page, title).innerText()).contains("次のご注文で使います");
        assertThat(page.locator(".coupon-claimed").count()).isEqualTo(1);
    }

    private void cancels(Page page) {
        page.navigate(address("orders"));
        page.locator("main a[href*='/orders/']").first().click();
        look(page, "coupon-order");
        page.getByText("注文を取り消す").first().click();
        look(page, "coupon-cancel");
        Browser.awaitWords(page, "クーポン「鍋の日」はお手元に戻ります");
        press(page, "注文を取り消す");
    }

    private static Locator coupon(Page page, String title) {
        return page.locator(".coupon", new Page.LocatorOptions().setHasText(title));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static void look(Page page, String name) {
        PageLook.isSound(page);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private String address(String rest) {
        return "http://localhost:%d/%s/%s".formatted(port, coop, rest);
    }
}
