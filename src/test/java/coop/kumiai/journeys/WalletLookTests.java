package coop.kumiai.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.charging.Charging;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.StoreChain;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.TestProcessor;
import coop.kumiai.wallet.WalletBooks;
import coop.kumiai.wallet.WalletProofs;
import coop.kumiai.wallet.Wallets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.UUID;

/** The pages of charging and of the books of e-money, sound on each of the four screens. */
@KumiaiTest
@Tag("browser")
class WalletLookTests {
    private final String email = TestMembers.email();
    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired TestMembers people;
    @Autowired TestProcessor processor;
    @Autowired Wallets wallets;
    @Autowired Charging charging;
    @Autowired WalletBooks books;
    @Autowired WalletProofs proofs;
    @Autowired BusinessClock clock;
    CoopId coop;
    UUID hanako;

    @BeforeEach
    void aWallet() {
        coop = some.coop();
        hanako = people.applied(coop, email).memberId();
        wallets.open(coop, hanako, true);
    }

    @Test
    void chargingIsSoundOnEveryScreen() {
        try (var session = Browser.session(Screen.PHONE)) {
            signIn(session, "sign-in", email, TestMembers.PASSWORD);
            session.page().waitForURL("**/" + coop + "/**");
            see(session, "account/wallet/charge", "チャージの方法");
            see(session, "account/wallet/charge/card", "カードの入力へ進む");
            var page = session.open(at("account/wallet/charge"));
            page.locator("[name=way][value=store]").check();
            page.locator("#amount").fill("5000");
            page.locator("main button", hasText("確認へ進む")).click();
            page.getByText("番号を発行する").waitFor();
            look(session);
            page.locator("main button", hasText("番号を発行する")).click();
            page.getByText("お支払いの期限").waitFor();
            look(session);
            processor.payAtStore(number(), "ONCE");
            page.locator("main a", hasText("支払いを確かめる")).click();
            page.getByText("チャージしました").first().waitFor();
            look(session);
        }
    }

    @Test
    void theBooksAreSoundOnEveryScreen() {
        var begun = charging.atStore(coop, hanako, "a-key", Yen.of(5_000), StoreChain.LAWSON);
        processor.payAtStore(charging.number(coop, begun).receiptNumber(), "NEVER");
        charging.settle(coop, hanako, begun.chargeId());
        clock.standAt(TestClock.jst("2027-04-02T09:00"));
        books.sumUp(coop);
        proofs.run(coop);
        try (var session = Browser.session(Screen.DESKTOP)) {
            var address = some.staffAddress(coop, StaffRole.Kind.MANAGER, "shibuya");
            signIn(session, "office/sign-in", address, TestOrders.PASSWORD);
            session.page().getByText("規程").first().waitFor();
            see(session, "office/wallets", "要供託額");
            see(session, "office/wallets/months", "月末の未使用残高");
            see(session, "office/wallets/months/2026-11", "ポイントの負担者");
            see(session, "office/wallets/refunds", "確認へ進む");
            see(session, "office/wallets/proofs", "一致");
            see(session, "office/wallets/migrations", "取り込んだファイル");
        }
    }

    private String number() {
        var open = charging.open(coop, hanako).getFirst();
        return charging.number(coop, open).receiptNumber();
    }

    private void signIn(Browser.Session session, String path, String who, String password) {
        var page = session.open(at(path));
        page.locator("#email").fill(who);
        page.locator("#password").fill(password);
        page.locator("main button", hasText("ログインする")).first().click();
    }

    private void see(Browser.Session session, String path, String words) {
        session.open(at(path)).getByText(words).first().waitFor();
        look(session);
    }

    private static void look(Browser.Session session) {
        PageLook.isSoundOnEveryScreen(session);
        assertThat(session.complaints()).isEmpty();
    }

    private String at(String path) {
        return "http://localhost:" + port + "/" + coop + "/" + path;
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
