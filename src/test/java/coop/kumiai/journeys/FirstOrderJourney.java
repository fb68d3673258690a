package coop.kumiai.journeys;

import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A stranger becomes a member and orders; a picker gathers the goods and a driver hands them over:
 * the main job of the net supermarket in the demo co-op, on a phone, with script and without.
 */
@KumiaiTest
@Tag("browser")
class FirstOrderJourney {
    private static final CoopId MINATO = new CoopId("minato");
    private static final String PASSWORD = "umi-to-yama-no-aida-7";
    private static final Path PICTURES = Path.of("target", "journey");

    @LocalServerPort int port;
    @Autowired Mails mails;
    @Autowired Accounts accounts;
    @Autowired BusinessClock clock;

    static Screen[] screens() {
        return new Screen[] {Screen.PHONE, Screen.WITHOUT_SCRIPT};
    }

    @ParameterizedTest
    @MethodSource("screens")
    @Rule({
        "N-CAT-3",
        "N-REG-1",
        "N-REG-2",
        "N-JOIN-2",
        "N-SLOT-1",
        "N-FEE-1",
        "N-CART-1",
        "N-ORD-1",
        "N-ORD-3",
        "N-ORD-5",
        "N-ORD-8",
        "N-PICK-1",
        "N-DELIV-1",
        "N-PAY-1"
    })
    void fromTheFirstLookToTheDoor(Screen screen) {
        var email = "journey-" + UUID.randomUUID() + "@example.com";
        try (var member = Browser.session(screen)) {
            looksRound(member);
            registers(member, email);
            choosesTheLastSlotOfToday(member.page());
            fillsTheCart(member.page());
            var number = orders(member.page());
            assertThat(mails.to(email, 3).getFirst().text()).contains(number, "2便");
            clock.standAt(jst("2026-11-20T10:00"));
            findsThatItIsTooLateToCancel(member, number);
            pickerGathersAllButTheFirst(screen, number);
            driverHandsOver(screen);
            seesWhatWasShort(member, number);
            assertThat(member.complaints())
                    .allMatch(it -> it.contains("422"), "only refused forms");
        }
    }

    private void looksRound(Browser.Session member) {
        var page = member.open(address(""));
        look(page, "entrance");
        shows(page, "渋谷店");
        page.locator("[name=q]").first().fill("ぎゅうにゅう");
        press(page, "さがす");
        shows(page, "牛乳");
        look(page, "search");
    }

    private void registers(Browser.Session member, String email) {
        var page = member.open(address("register"));
        page.locator("[name=postalCode]").fill("０６０−０００１");
        press(page, "確かめる");
        shows(page, "お届け");
        look(page, "outside-every-area");
        page.locator("[name=postalCode]").fill("１５０ー００３１");
        press(page, "確かめる");
        page.locator("[name=email]").fill(email);
        press(page, "メールを受け取る");
        look(page, "mail-sent");
        page.locator("[name=code]").fill(mails.only(email).code());
        press(page, "次へ進む");
        look(page, "person");
        fillsInThePerson(page);
        press(page, "内容を確かめる");
        look(page, "letter");
        shows(page, "髙橋");
        shows(page, "500円");
        press(page, "この内容で登録する");
        look(page, "registered");
    }

    private static void fillsInThePerson(Page page) {
        page.locator("[name=family]").fill("髙橋");
        page.locator("[name=given]").fill("さくら");
        page.locator("[name=familyKana]").fill("タカハシ");
        page.locator("[name=givenKana]").fill("さくら");
        page.locator("[name=phone]").fill("０９０－１２３４－５６７８");
        page.locator("[name=birthDate]").fill("昭和46年4月1日");
        page.locator("[name=street]").fill("１−２−３");
        page.locator("[name=joining][value=in_person]").check();
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("[name=again]").fill(PASSWORD);
    }

    private void choosesTheLastSlotOfToday(Page page) {
        page.navigate(address("slots"));
        look(page, "slots");
        shows(page, "220円");
        page.locator("button.slot-open")
                .filter(new Locator.FilterOptions().setHasText("2便"))
                .first()
                .click();
        shows(page, "2便");
    }

    private void fillsTheCart(Page page) {
        for (var wish : new String[] {"牛乳", "米 5kg", "たまご"}) {
            page.navigate(address("search?q=" + wish));
            var first = page.locator("form.stepper").first();
            first.getByRole(AriaRole.BUTTON).first().click();
            page.locator("form.stepper .stepper-more").first().waitFor();
        }
        page.navigate(address("cart"));
        look(page, "cart");
        assertThat(page.locator(".cart-rows > li").count()).isEqualTo(3);
    }

    private String orders(Page page) {
        page.navigate(address("checkout"));
        look(page, "checkout");
        page.locator("[name=remarks]").fill("インターホンが鳴りません。<script>alert(1)</script>");
        press(page, "確認へ進む");
        look(page, "order-letter");
        press(page, "注文を確定する");
        look(page, "ordered");
        shows(page, "出資金");
        var number =
                Pattern.compile("[0-9]{4,}-[0-9]{4}").matcher(page.locator("main").innerText());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private void findsThatItIsTooLateToCancel(Browser.Session member, String number) {
        var page = member.open(address("orders"));
        shows(page, number);
        look(page, "history");
        opensTheOrder(page, number);
        look(page, "order");
        shows(page, "03-5550-0101");
    }

    private void pickerGathersAllButTheFirst(Screen screen, String number) {
        try (var picker = staff(screen, StaffRole.Kind.PICKER)) {
            var page = picker.open(address("office/picking/2026-11-20/2"));
            look(page, "picking");
            press(page, "品切れ");
            look(page, "instead");
            page.getByText("代わりなしで進む").click();
            for (int left = 2; left > 0; left--) {
                press(page, "そろった");
            }
            page.navigate(address("office/picking/2026-11-20/2/boxes"));
            look(page, "box");
            shows(page, number);
            page.getByText(Pattern.compile("箱 [0-9]+ を閉じる")).click();
            shows(page, "ピッキングが終わりました");
        }
    }

    private void driverHandsOver(Screen screen) {
        try (var driver = staff(screen, StaffRole.Kind.DRIVER)) {
            var page = driver.open(address("office/run/2026-11-20/2"));
            look(page, "run");
            page.getByText(Pattern.compile("つぎ：")).click();
            look(page, "stop");
            Browser.awaitWords(page, "インターホン", "出資金");
            press(page, "手渡しした");
            page.getByText("入力をご確認ください").waitFor();
            Browser.awaitWords(page, "代金");
            page.locator("[name=cash]").check();
            page.locator("[name=share]").check();
            press(page, "手渡しした");
            page.locator(".notice-done").waitFor();
            look(page, "handed-over");
            shows(page, "お渡ししました");
        }
    }

    private void seesWhatWasShort(Browser.Session member, String number) {
        var page = member.open(address("orders"));
        opensTheOrder(page, number);
        look(page, "order-picked");
        shows(page, "品切れ");
    }

    private static void opensTheOrder(Page page, String number) {
        page.locator("main a[href*='/orders/']").first().click();
        shows(page, number);
    }

    private Browser.Session staff(Screen screen, StaffRole.Kind kind) {
        var email = kind.code() + "-" + UUID.randomUUID() + "@minato.coop.example";
        accounts.createStaff(
                MINATO, email, PASSWORD, "配達 太郎", Set.of(new StaffRole(kind, "shibuya")));
        var session = Browser.session(screen);
        var page = session.open(address("office/"));
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(PASSWORD);
        press(page, "ログインする");
        return session;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static void shows(Page page, String words) {
        page.locator("body", new Page.LocatorOptions().setHasText(words)).waitFor();
    }

    private static void look(Page page, String name) {
        PageLook.isSound(page);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private String address(String rest) {
        return "http://localhost:" + port + "/minato/" + rest;
    }
}
