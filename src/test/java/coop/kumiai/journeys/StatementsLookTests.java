package coop.kumiai.journeys;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.billing.Billing;
import coop.kumiai.billing.Closings;
import coop.kumiai.billing.LineTax;
import coop.kumiai.billing.NewLine;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.UUID;

/** 請求 on every screen: the member's statements, and the desk from the closing to the last yen. */
@KumiaiTest
@Tag("browser")
class StatementsLookTests {
    private static final LocalDate NOV_20 = LocalDate.of(2026, 11, 20);
    @LocalServerPort int port;
    @Autowired Billing billing;
    @Autowired Closings closings;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired TestOrders orders;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;

    @BeforeEach
    void statements() {
        coop = coops.school();
        email = TestMembers.email();
        var hanako = some.applied(coop, email).memberId();
        add(hanako, "rice", "特別栽培米こしひかり 5kg（10月4回）", 2160, TaxClass.REDUCED, 8);
        add(hanako, "soap", "せっけん", 440, TaxClass.STANDARD, 10);
        var credit = some.applied(coop).memberId();
        add(credit, "back", "返品", -9000, TaxClass.STANDARD, 10);
        clock.standAt(TestClock.jst("2026-11-21T01:00"));
        closings.closeDue(coop);
        add(hanako, "late", "たまご", 250, TaxClass.REDUCED, 8);
    }

    @Test
    @Rule("M-PAGE-1")
    void theMembersPagesAreSound() {
        try (var session = signIn("sign-in", email, TestMembers.PASSWORD)) {
            look(session, "account");
            look(session, "account/statements");
            session.open(at("account/statements")).locator("main .card a").first().click();
            session.page().waitForLoadState();
            PageLook.isSoundOnEveryScreen(session);
            Browser.awaitWords(session.page(), "7,600円", "出資金 5口");
        }
    }

    @Test
    void theDesksPagesAreSound() {
        var desk = orders.staffAddress(coop, StaffRole.Kind.DESK, "honbu");
        try (var session = signIn("office/sign-in", desk, TestOrders.PASSWORD)) {
            look(session, "office/billing");
            look(session, "office/billing/files");
            look(session, "office/billing/receipts");
            session.open(at("office/billing/receipts")).locator(".rows tbody a").first().click();
            session.page().waitForLoadState();
            PageLook.isSoundOnEveryScreen(session);
            look(session, "office/billing/unpaid");
            session.open(at("office/billing/unpaid")).locator(".rows tbody a").first().click();
            session.page().waitForLoadState();
            PageLook.isSoundOnEveryScreen(session);
            takeBack(session);
        }
    }

    /** Money at the desk, found again by its statement, and taken back. */
    private void takeBack(Browser.Session session) {
        session.turnTo(Screen.PHONE);
        var page = session.page();
        page.locator("#amount").fill("7600");
        page.locator("#reason").fill("窓口で現金を受け取った");
        page.locator("button:has-text('入金を記録する')").click();
        look(session, "office/billing/statements");
        page.locator("#words").fill("やまだ");
        page.locator("button:has-text('さがす')").click();
        PageLook.isSoundOnEveryScreen(session);
        session.turnTo(Screen.PHONE);
        page.locator("tr:has-text('お支払い済み') a").first().click();
        page.locator("a:has-text('の消込みを取り消す')").first().click();
        PageLook.isSoundOnEveryScreen(session);
        session.turnTo(Screen.PHONE);
        page.locator("input[value=GONE]").check();
        page.locator("#reason").fill("金額の誤り");
        page.locator("button:has-text('消込みを取り消す')").click();
        Browser.awaitWords(page, "事務局での入金の取消", "お支払い前");
    }

    private void add(
            UUID member, String key, String wording, long yen, TaxClass taxClass, int percent) {
        var tax = LineTax.of(taxClass, percent);
        billing.add(coop, new NewLine(member, key, "orders", NOV_20, wording, Yen.of(yen), tax));
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
