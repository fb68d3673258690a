package coop.kumiai.journeys;

import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.documents.Documents;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Picked;
import coop.kumiai.orders.PickedOrders;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 書類 on every screen: the member reads a note; the counter finds it and exchanges it for a receipt.
 */
@KumiaiTest
@Tag("browser")
class PapersLookTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired TestMembers people;
    @Autowired Orders orders;
    @Autowired PickedOrders pickedOrders;
    @Autowired Payments payments;
    @Autowired Documents documents;
    @Autowired BusinessClock clock;
    private final String email = TestMembers.email();
    CoopId coop;
    Order order;

    @BeforeEach
    void aPaidOrder() {
        coop = some.coop();
        var account = people.applied(coop, email).accountId().orElseThrow();
        order = some.place(coop, account, SLOT, NO_WISHES, Map.of(RICE, 1, BEER, 2, EGGS, 3));
        clock.standAt(TestClock.jst("2026-11-20T11:00"));
        pickedOrders.record(
                coop,
                order.id(),
                account,
                order.current().lines().stream()
                        .collect(
                                Collectors.toMap(
                                        OrderLine::number, it -> Picked.of(it.quantity()))));
        var ref = Payments.order(order.id());
        payments.collect(coop, ref, payments.get(coop, ref).amount(), account);
        documents.write(coop, order.id());
    }

    @Test
    @Rule("N-RCPT-1")
    void theMembersPapersAreSound() {
        try (var session = signIn("sign-in", email, TestMembers.PASSWORD)) {
            look(session, "orders/" + order.id());
            session.open(at("orders/" + order.id())).locator("main a:has-text('納品書')").click();
            session.page().waitForLoadState();
            Browser.awaitWords(session.page(), "適格請求書", "8%※");
            PageLook.isSoundOnEveryScreen(session);
        }
    }

    @Test
    @Rule("N-RCPT-2")
    void theCountersPapersAreSound() {
        var desk = some.staffAddress(coop, StaffRole.Kind.DESK, "shibuya");
        try (var session = signIn("office/sign-in", desk, TestOrders.PASSWORD)) {
            look(session, "office/papers");
            var page = session.open(at("office/papers"));
            page.locator("#who").fill("山田");
            page.locator("main button:has-text('さがす')").click();
            page.waitForLoadState();
            PageLook.isSoundOnEveryScreen(session);
            page.locator(".rows tbody a").first().click();
            page.waitForLoadState();
            PageLook.isSoundOnEveryScreen(session);
            page.locator("#addressee").fill("髙﨑商店");
            page.locator("input[name='given-back']").check();
            page.locator("main button:has-text('領収書を作る')").click();
            page.waitForLoadState();
            Browser.awaitWords(page, "領収書 R-2026-000001");
            PageLook.isSoundOnEveryScreen(session);
        }
    }

    private Browser.Session signIn(String path, String who, String password) {
        var session = Browser.session(Screen.PHONE);
        var page = session.open(at(path));
        page.locator("#email").fill(who);
        page.locator("#password").fill(password);
        page.locator("main button:has-text('ログインする')").first().click();
        page.waitForLoadState();
        return session;
    }

    private void look(Browser.Session session, String path) {
        session.open(at(path));
        PageLook.isSoundOnEveryScreen(session);
        session.turnTo(Screen.PHONE);
    }

    private String at(String path) {
        return "http://localhost:%d/%s/%s".formatted(port, coop.code(), path);
    }
}
