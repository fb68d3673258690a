package coop.kumiai.journeys;

import static coop.kumiai.orders.Shopping.CHICKEN;
import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Shopping;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestProcessor;

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

/** Paying by card in a browser: the proof of who it is fails, then it is passed. */
@KumiaiTest
@Tag("browser")
class CardPaymentJourney {
    private static final Path PICTURES = Path.of("target", "journey");

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers members;
    @Autowired Carts carts;
    @Autowired Orders orders;
    @Autowired Mails mails;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    UUID account;
    String email;

    @BeforeEach
    void aReadyMember() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        email = TestMembers.email();
        account = members.applied(coop, email).accountId().orElseThrow();
        shopping.choose(account, TOMORROW);
        carts.add(coop, account, RICE, 2);
        carts.add(coop, account, CHICKEN, 1);
    }

    static Screen[] screens() {
        return new Screen[] {Screen.PHONE, Screen.WITHOUT_SCRIPT};
    }

    @ParameterizedTest
    @MethodSource("screens")
    @Rule({"N-PAY-1", "N-PAY-3", "N-PAY-4", "N-PAY-5"})
    @DisplayName("本人認証に失敗したあと、もう一度入力して成功する")
    void theProofFailsAndThenPasses(Screen screen) {
        try (var member = Browser.session(screen)) {
            var page = member.open(address("sign-in"));
            page.locator("[name=email]").fill(email);
            page.locator("[name=password]").fill(TestMembers.PASSWORD);
            press(page, "ログインする");
            typesTheCard(page, "card");
            confirms(page);
            press(page, "認証に失敗する");
            look(page, "card-not-proven");
            assertThat(page.content()).contains("本人認証ができませんでした", "カートと便はそのまま");
            assertThat(shopping.taken(TOMORROW)).isZero();
            typesTheCard(page, "card-again");
            confirms(page);
            press(page, "認証に成功する");
            page.waitForURL("**/done");
            look(page, "card-ordered");
            Browser.awaitWords(page, "クレジットカード");
            assertThat(mails.only(email).text()).contains("クレジットカード");
            assertThat(orders.ordersOfSlot(coop, TOMORROW)).hasSize(1);
            assertThat(member.complaints())
                    .allMatch(
                            it -> it.contains("422") || it.contains("404"),
                            "refused forms, and drawings that the goods of the test do not have");
        }
    }

    private void typesTheCard(Page page, String name) {
        page.navigate(address("checkout"));
        page.locator("[name=payment][value=card]").check();
        look(page, name + "-checkout");
        press(page, "確認へ進む");
        look(page, name + "-before");
        Browser.awaitWords(page, "デビットカード", "二重に");
        page.getByText("カードの入力へ進む").click();
        page.locator("[name=number]").fill(TestProcessor.CHALLENGED);
        page.locator("[name=expire]").fill("12/30");
        look(page, name + "-processor");
        press(page, "このカードを使う");
    }

    private void confirms(Page page) {
        look(page, "card-letter");
        Browser.awaitWords(page, "Mastercard 末尾4444", "までの承認");
        press(page, "注文を確定する");
        page.waitForURL("**/challenge/**");
        look(page, "card-challenge");
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
