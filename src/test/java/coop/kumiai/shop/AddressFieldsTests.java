package coop.kumiai.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.List;

/** The address fields in a real browser, as a member meets them. */
@KumiaiTest
@Tag("browser")
class AddressFieldsTests {
    static final List<Screen> WITH_AND_WITHOUT_SCRIPT =
            List.of(Screen.PHONE, Screen.WITHOUT_SCRIPT);

    static final List<Screen> EVERY_SCREEN =
            List.of(Screen.PHONE, Screen.DESKTOP, Screen.LARGE_TEXT, Screen.DARK);

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;

    @ParameterizedTest
    @FieldSource("WITH_AND_WITHOUT_SCRIPT")
    void aPostalCodeInAnyWritingFillsTheAddressAndTheHouseNumberComesNext(Screen screen) {
        try (var session = Browser.session(screen)) {
            var page = newAddress(session);
            page.locator("#building").fill("コーポ髙﨑 201");
            lookUp(page, "〒１５０ー０００１");

            assertThat(page.locator("#postalCode").inputValue()).isEqualTo("150-0001");
            assertThat(page.locator("#prefecture").inputValue()).isEqualTo("東京都");
            assertThat(page.locator("#city").inputValue()).isEqualTo("渋谷区");
            assertThat(page.locator("#town").inputValue()).isEqualTo("神宮前");
            assertThat(page.locator("#building").inputValue()).isEqualTo("コーポ髙﨑 201");
            assertThat(page.locator("#street:focus").count()).isEqualTo(1);
            assertThat(session.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("WITH_AND_WITHOUT_SCRIPT")
    void ofACodeInTwoPrefecturesOneIsChosen(Screen screen) {
        try (var session = Browser.session(screen)) {
            var page = newAddress(session);
            lookUp(page, "498-0000");
            assertThat(page.locator("#place:focus").count()).isEqualTo(1);
            page.locator("#place").selectOption("三重県桑名郡木曽岬町");
            if (!screen.script()) {
                page.locator("text=住所を入力").click();
            }
            page.locator("#city[value='桑名郡木曽岬町']").waitFor();
            assertThat(page.locator("#prefecture").inputValue()).isEqualTo("三重県");
        }
    }

    @ParameterizedTest
    @FieldSource("EVERY_SCREEN")
    void theFieldsAreSoundOnEveryScreen(Screen screen) {
        try (var session = Browser.session(screen)) {
            var page = newAddress(session);
            lookUp(page, "452-0961");
            PageLook.isSound(page);
        }
    }

    @Test
    void theEnterKeyAfterAPostalCodeFillsTheAddress() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = newAddress(session);
            page.locator("#postalCode").fill("1500001");
            page.locator("#postalCode").press("Enter");
            page.locator("#city[value='渋谷区']").waitFor();
            assertThat(page.locator("#street:focus").count()).isEqualTo(1);
        }
    }

    @Test
    void theEnterKeyInTheHouseNumberSendsTheForm() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = newAddress(session);
            lookUp(page, "150-0001");
            page.locator("#street").fill("１−２−３");
            page.locator("#street").press("Enter");
            page.locator("h1:has-text('確認'), .error-summary").first().waitFor();
        }
    }

    private Page newAddress(Browser.Session session) {
        var coop = coops.fresh();
        var email = TestMembers.email();
        some.applied(coop, email);
        var page = session.open("http://localhost:" + port + "/" + coop + "/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(TestMembers.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.endsWith("sign-in"));
        return session.open("http://localhost:" + port + "/" + coop + "/account/addresses/new");
    }

    private static void lookUp(Page page, String typed) {
        page.locator("#postalCode").fill(typed);
        page.locator("text=住所を入力").click();
        page.locator("#street:focus, #place:focus").waitFor();
    }
}
