package coop.kumiai.journeys;

import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.SlotId;
import coop.kumiai.substitution.LineWish;
import coop.kumiai.substitution.LineWishes;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
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
import java.util.regex.Pattern;

/**
 * 品切れ: the picker finds no eggs, the member says yes to the mail, the picker puts others in, and
 * the driver hands the order over for what it came to.
 */
@KumiaiTest
@Tag("browser")
class ShortageAnsweredJourney {
    private static final SlotId NOON = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final Pattern YES = Pattern.compile("/(substitutes/\\S+answer=yes)");
    private static final String OTHER_EGGS =
            """
            jan,name,reading,maker,category,unit,price_mode,price_yen,tax_class,store,valid_from,valid_to,max_per_order,sold_by_weight,alcohol,shelf
            4599000001064,たまご 6個入,タマゴ,みなと農場,groceries,6個入,excl,268,reduced,*,2026-01-01,,,0,0,A-02-2
            """;

    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired TestMembers people;
    @Autowired Members members;
    @Autowired LineWishes wishes;
    @Autowired Orders orders;
    @Autowired Mails mails;
    @Autowired List<FileImport> imports;
    @Autowired BusinessClock clock;
    @TempDir Path folder;
    private final String email = TestMembers.email();
    private CoopId coop;

    @BeforeEach
    void aCoopOfItsOwn() {
        coop = some.coop();
    }

    @Test
    @Rule({"N-PICK-1", "N-PICK-2", "X-PICK-1"})
    void aShortageIsAnsweredByMailAndHandedOver() throws IOException {
        var order = orderThatAsks();
        pick(order);
        answerYes();
        putIn();
        var picked = orders.get(coop, order.id()).current();
        assertThat(picked.lines()).hasSize(3);
        handOver(order);
    }

    private Order orderThatAsks() throws IOException {
        var file = Files.writeString(folder.resolve("eggs.csv"), OTHER_EGGS);
        imports.stream()
                .filter(it -> it.kind().equals("products"))
                .forEach(it -> it.take(coop, file, sentence -> {}));
        var member = people.applied(coop, email);
        wishes.choose(coop, member.memberId(), Map.of(EGGS, LineWish.of(LineWish.Kind.ASK)));
        var account = member.accountId().orElseThrow();
        var order = some.place(coop, account, NOON, NO_WISHES, Map.of(RICE, 1, EGGS, 1));
        clock.standAt(jst("2026-11-20T10:00"));
        return order;
    }

    /** Eggs stand before the rice; there are none. */
    private void pick(Order order) {
        try (var session = staff(StaffRole.Kind.PICKER)) {
            session.open(at("office/picking/2026-11-20/2"));
            look(session);
            press(session, ".thumb button:has-text('品切れ')");
            look(session);
            press(session, "main button:has-text('たまご 6個入')");
            press(session, ".thumb button:has-text('そろった')");
            Browser.awaitWords(session.page(), "お返事を待っています");
            look(session);
            session.open(at("office/picking/2026-11-20/2/trolley"));
            look(session);
        }
        assertThat(orders.get(coop, order.id()).isPicked()).isFalse();
    }

    private void answerYes() {
        var text = mails.to(email, 2).getFirst().text();
        var link = YES.matcher(text);
        assertThat(link.find()).isTrue();
        try (var session = Browser.session(Screen.PHONE)) {
            session.open(at(link.group(1)));
            look(session);
            press(session, "main button:has-text('はい')");
            Browser.awaitWords(session.page(), "お入れします");
            look(session);
        }
    }

    private void putIn() {
        try (var session = staff(StaffRole.Kind.PICKER)) {
            session.open(at("office/picking/2026-11-20/2"));
            session.page().locator("#code").fill("4599000001026");
            press(session, ".thumb button:has-text('そろった')");
            Browser.awaitWords(session.page(), "たまご 6個入ではありません");
            session.page().locator("#code").fill("4599000001064");
            press(session, ".thumb button:has-text('そろった')");
            look(session);
            press(session, ".thumb button:has-text('を閉じる')");
        }
    }

    private void handOver(Order order) {
        try (var session = staff(StaffRole.Kind.DRIVER)) {
            var page = session.open(at("office/stop/" + order.id()));
            Browser.awaitWords(
                    page, orders.get(coop, order.id()).current().totals().total().toString());
        }
        try (var session = signIn("sign-in", email, TestMembers.PASSWORD)) {
            session.open(at("orders/" + order.id()));
            Browser.awaitWords(session.page(), "代わりの品", "たまご 6個入", "品切れ");
            look(session);
        }
    }

    private Browser.Session staff(StaffRole.Kind role) {
        return signIn(
                "office/sign-in", some.staffAddress(coop, role, "shibuya"), TestOrders.PASSWORD);
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

    private static void press(Browser.Session session, String button) {
        session.page().locator(button).first().click();
        session.page().waitForLoadState();
    }

    private static void look(Browser.Session session) {
        PageLook.isSoundOnEveryScreen(session);
        session.turnTo(Screen.PHONE);
    }

    private String at(String path) {
        return "http://localhost:%d/%s/%s".formatted(port, coop.code(), path);
    }
}
