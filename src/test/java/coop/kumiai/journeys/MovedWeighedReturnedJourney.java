package coop.kumiai.journeys;

import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Jan;
import coop.kumiai.documents.Documents;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The member moves an order to an earlier slot, the scale decides what the chicken costs, the
 * driver takes the cash, and the rice comes back to the counter.
 */
@KumiaiTest
@Tag("browser")
class MovedWeighedReturnedJourney {
    private static final SlotId SECOND = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final SlotId THIRD = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 3);
    private static final Jan CHICKEN = new Jan("4599000001071");
    private static final String CHICKEN_BY_WEIGHT =
            """
            jan,name,reading,maker,category,unit,price_mode,price_yen,tax_class,store,valid_from,valid_to,max_per_order,sold_by_weight,alcohol,shelf
            4599000001071,鶏もも肉,トリモモニク,みなと農場,chilled,約300g,excl,150,reduced,*,2026-01-01,,,1,0,K-02-1
            """;

    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired TestMembers people;
    @Autowired Orders orders;
    @Autowired Documents documents;
    @Autowired BusinessClock clock;
    @Autowired List<FileImport> imports;
    @TempDir Path folder;
    private final String email = TestMembers.email();
    private CoopId coop;
    private Order order;

    @BeforeEach
    void anOrderOfRiceAndChicken() throws IOException {
        coop = some.coop();
        var file = Files.writeString(folder.resolve("chicken.csv"), CHICKEN_BY_WEIGHT);
        imports.stream()
                .filter(it -> it.kind().equals("products"))
                .forEach(it -> it.take(coop, file, sentence -> {}));
        var account = people.applied(coop, email).accountId().orElseThrow();
        order = some.place(coop, account, THIRD, NO_WISHES, Map.of(RICE, 1, CHICKEN, 1));
    }

    @Test
    @Rule({"N-ORD-6", "X-ORD-1", "N-PICK-4", "X-PICK-2", "N-RET-1"})
    @DisplayName("便を早め、量った重さでお会計し、あとで返品する")
    void movedWeighedHandedOverAndBroughtBack() {
        moveToTheSecondSlot();
        clock.standAt(jst("2026-11-20T10:00"));
        pick();
        handOver();
        bringTheRiceBack();
    }

    private void moveToTheSecondSlot() {
        try (var session = signIn("sign-in", email, TestMembers.PASSWORD)) {
            var page = session.open(at("orders/" + order.id() + "/change"));
            page.locator("button.slot-open", hasText("2便")).first().click();
            heading(page, "変更内容の確認");
            look(session);
            assertThat(current().slot()).isEqualTo(THIRD);
            page.locator("button", hasText("注文変更を確定")).click();
            heading(page, "ご注文を変更しました");
            look(session);
        }
        assertThat(current().slot()).isEqualTo(SECOND);
    }

    /** 150 yen for 100 g: about 300 g were 450, the 333 g on the scale are 499. */
    private void pick() {
        assertThat(current().current().totals().goodsExTax()).isEqualTo(Yen.of(2480 + 450));
        try (var session = staff(StaffRole.Kind.PICKER)) {
            var page = session.open(at("office/picking/2026-11-20/2"));
            heading(page, "米 5kg");
            page.locator(".thumb button", hasText("そろった")).click();
            heading(page, "鶏もも肉");
            look(session);
            page.locator("#grams").fill("３３３");
            page.locator(".thumb button", hasText("そろった")).click();
            page.locator(".thumb button", hasText("を閉じる")).click();
            page.locator("main", hasText("箱を閉じました")).waitFor();
        }
        assertThat(current().current().totals().goodsExTax()).isEqualTo(Yen.of(2480 + 499));
    }

    private void handOver() {
        try (var session = staff(StaffRole.Kind.DRIVER)) {
            var page = session.open(at("office/stop/" + order.id()));
            page.locator("main", hasText(current().current().totals().total().toString()))
                    .waitFor();
            page.locator("input[name=cash]").check();
            page.locator("input[name=share]").check();
            page.locator("button", hasText("手渡しした")).click();
            heading(page, "2便の配達");
        }
    }

    private void bringTheRiceBack() {
        var note = documents.ofOrder(coop, order.id()).getFirst();
        try (var session = staff(StaffRole.Kind.DESK)) {
            var page = session.open(at("office/returns/" + note.number()));
            heading(page, "返品・交換 " + note.number());
            page.locator("tr", hasText("生鮮品のため不可")).getByText("鶏もも肉").waitFor();
            page.locator("select[aria-label='米 5kgの返す数']").selectOption("1");
            page.locator("#reason").fill("袋を開ける前に、同じ米をいただいたため");
            page.locator("button", hasText("返品・交換を受け付ける")).click();
            page.locator("h2", hasText("これまでの記録")).waitFor();
            look(session);
            page.locator("tr", hasText("返還請求書")).first().waitFor();
        }
        try (var session = signIn("sign-in", email, TestMembers.PASSWORD)) {
            var page = session.open(at("orders/" + order.id()));
            page.locator("main", hasText("返還請求書")).waitFor();
            look(session);
        }
    }

    private Order current() {
        return orders.get(coop, order.id());
    }

    private Browser.Session staff(StaffRole.Kind role) {
        return signIn(
                "office/sign-in", some.staffAddress(coop, role, "shibuya"), TestOrders.PASSWORD);
    }

    /** Signed in is who sees no password any more. */
    private Browser.Session signIn(String path, String who, String password) {
        var session = Browser.session(Screen.PHONE);
        var page = session.open(at(path));
        page.locator("#email").fill(who);
        page.locator("#password").fill(password);
        page.locator("main button", hasText("ログインする")).first().click();
        page.locator("#password")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return session;
    }

    private static void look(Browser.Session session) {
        PageLook.isSoundOnEveryScreen(session);
        session.turnTo(Screen.PHONE);
    }

    private static void heading(Page page, String text) {
        page.locator("h1", hasText(text)).waitFor();
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private String at(String path) {
        return "http://localhost:%d/%s/%s".formatted(port, coop.code(), path);
    }
}
