package coop.kumiai.journeys;

import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Joining;
import coop.kumiai.orders.Order;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.Map;

/** Nobody at home, in a dead spot; a call before the hour; delivered. */
@KumiaiTest
@Tag("browser")
class RedeliveryJourney {
    private static final SlotId SECOND = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final String IS_KEPT =
            """
            async path => {
                for (let i = 0; i < 200; i++) {
                    if (await caches.match(location.origin + path)) return true;
                    await new Promise((later) => setTimeout(later, 50));
                }
                return false;
            }\
            """;

    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired TestMembers people;
    @Autowired Picking picking;
    @Autowired DeliveryRuns runs;
    @Autowired BusinessClock clock;
    CoopId coop;
    Order order;
    final String email = TestMembers.email();

    @BeforeEach
    void anOrderInItsBox() {
        coop = some.coop();
        some.register(coop, Joining.EXISTING);
        var account = people.applied(coop, email).accountId().orElseThrow();
        order = some.place(coop, account, SECOND, NO_WISHES, Map.of(RICE, 1));
        clock.standAt(jst("2026-11-20T14:30"));
        var picker = new Staff(some.staff(coop, StaffRole.Kind.PICKER, "shibuya"), "shibuya");
        picking.mark(coop, picker, order.id(), 1, 1);
        picking.close(coop, picker, order.id());
    }

    @Test
    @Rule({"N-DELIV-2", "N-DELIV-1"})
    @DisplayName("圏外で不在と記録し、電波が戻ると一度だけ届き、締切前のお電話で再配達する")
    void absentInADeadSpotCalledInTimeDelivered() {
        try (var session = Browser.session(Screen.PHONE)) {
            var page = session.page();
            signIn(
                    page,
                    "office/sign-in",
                    some.staffAddress(coop, StaffRole.Kind.DRIVER, "shibuya"),
                    TestOrders.PASSWORD);
            session.open(at("office/run/2026-11-20/2"));
            assertThat(page.evaluate(IS_KEPT, path("office/stop/" + order.id()))).isEqualTo(true);
            page.context().setOffline(true);
            page.locator(".job-next").click();
            page.locator("button", hasText("不在で持ち帰る")).click();
            page.locator("#held", hasText("電波を待っている記録 1件")).waitFor();
            assertThat(state()).isEqualTo(DeliveryState.PICKED);
            PageLook.isSound(page);

            page.context().setOffline(false);
            page.locator("#held")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.locator("h2", hasText("持ち帰り")).waitFor();
            assertThat(state()).isEqualTo(DeliveryState.BROUGHT_BACK);

            clock.standAt(jst("2026-11-20T16:59"));
            session.open(at("office/stop/" + order.id()));
            assertThat(page.locator(".notice").last().textContent()).contains("17時までのお電話");
            page.locator("button", hasText("再配達する")).click();
            page.locator("input[name=cash]").check();
            page.locator("input[name=share]").check();
            page.locator("button", hasText("手渡しした")).click();
            page.locator("h1", hasText("2便の配達")).waitFor();
            assertThat(state()).isEqualTo(DeliveryState.DELIVERED);
        }
        try (var session = Browser.session(Screen.PHONE)) {
            signIn(session.page(), "sign-in", email, TestMembers.PASSWORD);
            session.open(at("orders/" + order.id()));
            Browser.awaitWords(session.page(), "再配達でお渡ししました");
        }
    }

    private DeliveryState state() {
        return runs.find(coop, order.id()).orElseThrow().state();
    }

    private void signIn(Page page, String where, String who, String password) {
        page.navigate(at(where));
        page.locator("[name=email]").fill(who);
        page.locator("[name=password]").fill(password);
        page.locator("button", hasText("ログインする")).first().click();
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private String at(String page) {
        return "http://localhost:%d%s".formatted(port, path(page));
    }

    private String path(String page) {
        return "/%s/%s".formatted(coop.code(), page);
    }
}
