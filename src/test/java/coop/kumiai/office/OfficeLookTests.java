package coop.kumiai.office;

import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.ICE_CREAM;
import static coop.kumiai.testing.TestOrders.MILK;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Joining;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Wishes;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The office in a real browser, pressed as staff press it. */
@KumiaiTest
@Tag("browser")
class OfficeLookTests {
    /** What a gloved thumb hits: 64 px (4 rem at the usual size of text). */
    private static final int LEAST_TARGET = 64;

    private static final SlotId SECOND = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final Wishes WISHES =
            new Wishes(
                    Wishes.Shortage.SUBSTITUTE,
                    "インターホンが鳴らないので、着いたらお電話ください。魚は三枚におろしてください。",
                    2,
                    1,
                    true,
                    "株式会社 山田商店",
                    false);

    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired BusinessClock clock;
    CoopId coop;
    Order order;

    @BeforeEach
    void ordersPastTheirCutoff() {
        coop = some.coop();
        order =
                some.place(
                        coop,
                        some.register(coop, Joining.IN_PERSON),
                        SECOND,
                        WISHES,
                        Map.of(RICE, 1, BEER, 1, EGGS, 3, MILK, 2, ICE_CREAM, 1));
        clock.standAt(jst("2026-11-20T08:30"));
        some.place(
                coop,
                some.register(coop, Joining.EXISTING),
                SECOND,
                NO_WISHES,
                Map.of(RICE, 2, EGGS, 1));
        clock.standAt(jst("2026-11-20T10:00"));
    }

    @Test
    void aSlotIsPickedAndDeliveredOnAPhoneWithoutScript() {
        try (var session = Browser.session(Screen.WITHOUT_SCRIPT)) {
            var page = session.page();
            signIn(page);
            page.getByText("2便をピッキングする").click();
            press(page, "そろった");
            press(page, "元に戻す");
            assertThat(page.locator("h1").textContent()).contains("たまご");
            page.getByText("足りない").click();
            press(page, "2点");
            page.getByText("代わりなしで進む").click();
            assertThat(page.locator(".undo").textContent()).contains("2点だけ");
            pickRest(page);
            assertThat(page.locator("h1").textContent()).contains("ピッキングが終わりました");
            page.getByText("きょうの便へ").click();
            page.getByText("2便を配達する").click();
            page.locator(".job", hasText("出資金")).click();
            for (var box : page.locator("input[type=checkbox]").all()) {
                box.check();
            }
            page.locator("[name=age]").first().check();
            press(page, "手渡しした");
            assertThat(page.locator(".notice-done").textContent()).contains("お渡ししました");
            page.getByText("つぎ：").click();
            page.locator("input[type=checkbox]").check();
            press(page, "手渡しした");
            assertThat(page.locator("main").textContent()).contains("配達先はすべて済みました");
        }
    }

    @Test
    void whatIsPressedInTheFieldIsLarge() {
        try (var session = Browser.session(Screen.PHONE)) {
            signIn(session.page());
            session.open(at("picking/2026-11-20/2"));
            assertThat(smallTargets(session.page())).isEmpty();
            press(session.page(), "そろった");
            assertThat(smallTargets(session.page())).isEmpty();
            pickRest(session.page());
            for (var path : List.of("run/2026-11-20/2", "stop/" + order.id())) {
                assertThat(smallTargets(session.open(at(path)))).isEmpty();
            }
        }
    }

    private static List<?> smallTargets(Page page) {
        return (List<?>)
                page.evaluate(
                        "least => [...document.querySelectorAll('a:not(.skip), button, .option')]"
                                + ".filter(it => it.checkVisibility()"
                                + " && it.getBoundingClientRect().height < least)"
                                + ".map(it => it.outerHTML)",
                        LEAST_TARGET);
    }

    private static void pickRest(Page page) {
        var found = page.locator(".thumb button", hasText("そろった"));
        while (found.count() > 0) {
            found.click();
        }
        PageLook.isSound(page);
        var lid = page.locator(".thumb button", hasText("を閉じる"));
        while (lid.count() > 0) {
            lid.click();
        }
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void press(Page page, String name) {
        page.locator("button", hasText(name)).first().click();
    }

    private void signIn(Page page) {
        var email = some.staffAddress(coop, StaffRole.Kind.MANAGER, "shibuya");
        page.navigate(at("sign-in"));
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(TestOrders.PASSWORD);
        press(page, "ログインする");
    }

    private String at(String path) {
        return "http://localhost:%d/%s/office/%s".formatted(port, coop.code(), path);
    }
}
