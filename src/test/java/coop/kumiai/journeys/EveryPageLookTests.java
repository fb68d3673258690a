package coop.kumiai.journeys;

import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import coop.kumiai.accounts.LinkTokens;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.Representations;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.coupons.Coupon.Audience;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.CouponSamples;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Registrations;
import coop.kumiai.orders.Order;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.TestRepresentatives;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The pages of a co-op, opened by whoever they are for, sound on each of the four screens. The
 * report names the pages that nobody opens here.
 */
@KumiaiTest
@Tag("browser")
class EveryPageLookTests {
    /**
     * Answers that stand inside a page, that send on to one, or that are one once more; the staff's
     * second step, which is the members' own form; and pages of a co-op without a net shop, which
     * {@link JoiningASchoolCoopTests} and {@link StatementsLookTests} look at; papers, which {@link
     * PapersLookTests} looks at.
     */
    private static final List<String> NO_PAGES =
            List.of(
                    "postal",
                    "register/birth-date",
                    "search/suggestions",
                    "help/",
                    "office",
                    "office/sign-in/second",
                    "",
                    "join",
                    "sign-up",
                    "sign-up/sent",
                    "account/not-open",
                    "account/card/code",
                    "account/home",
                    "office/invitations/progress",
                    "office/newsletters/{issue}/progress",
                    "office/applications/{application}",
                    "office/applications/new",
                    "account/statements",
                    "account/statements/{day}",
                    "account/statements/{day}/pdf",
                    "account/statements/{day}/csv",
                    "account/wallet/csv",
                    "orders/{order}/papers/{number}",
                    "orders/{order}/papers/{number}/pdf",
                    "office/papers",
                    "office/papers/{number}",
                    "office/papers/{number}/pdf",
                    "office/papers/slots/{day}/{slot}",
                    "office/stop/{order}/photo",
                    "office/run/{day}/{slot}/plan/progress",
                    "orders/{order}/arrival",
                    "orders/{order}/photo",
                    "office/billing",
                    "office/billing/progress",
                    "office/billing/files",
                    "office/billing/unpaid",
                    "office/billing/statements/{member}/{day}",
                    "office/billing/receipts",
                    "office/billing/receipts/{receipt}",
                    "office/billing/receipts/{receipt}/take-back",
                    "office/billing/statements");

    private static final SlotId NOON = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);

    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired TestMembers people;
    @Autowired TestCards cards;
    @Autowired TestRepresentatives representing;
    @Autowired Representations representations;
    @Autowired Registrations registrations;
    @Autowired MailProofs proofs;
    @Autowired LinkTokens links;
    @Autowired CouponDesk couponDesk;
    @Autowired BusinessClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final List<String> opened = new ArrayList<>();
    private final List<String> unsound = new ArrayList<>();
    private final String email = TestMembers.email();
    private CoopId coop;
    private Order order;
    private UUID coupon;

    @BeforeEach
    void anOrder() {
        coop = some.coop();
        some.register(coop, Joining.EXISTING);
        CouponSamples.amount(100).named("はじめての冬支度").least(9000).in(coop, couponDesk);
        coupon = CouponSamples.amount(150).audience(Audience.GIVEN).in(coop, couponDesk);
        var member = people.applied(coop, email);
        order =
                some.place(
                        coop,
                        member.accountId().orElseThrow(),
                        NOON,
                        NO_WISHES,
                        Map.of(RICE, 2, BEER, 1, EGGS, 1));
    }

    @Test
    @Rule("N-SEC-1")
    void everyPageIsSoundOnEveryScreen(TestReporter reporter) {
        try (var session = Browser.session(Screen.PHONE)) {
            visitor(session);
            registers(session);
        }
        try (var session = Browser.session(Screen.PHONE)) {
            member(session);
        }
        card();
        representatives();
        clock.standAt(jst("2026-11-20T10:00"));
        staff(StaffRole.Kind.PICKER, this::picker);
        staff(StaffRole.Kind.DRIVER, this::driver);
        staff(StaffRole.Kind.DESK, this::desk);
        staff(StaffRole.Kind.EDITOR, this::editor);
        staff(
                StaffRole.Kind.MANAGER,
                session -> {
                    see(session, "office/", "office/policies", "office/policies/orders.cart");
                    see(session, "office/day/2026-11-20");
                    press(session, "この日を締める");
                    see(session, "office/closures", "office/slots/2026-11-20/2");
                    see(session, "office/slots/2026-11-22", "office/fees");
                    see(session, "office/coupons/new");
                    press(session, "この内容で登録する");
                    staffAccounts(session);
                    tills(session);
                    officeServices(session);
                });
        assertThat(unsound).isEmpty();
        pages().filter(page -> opened.stream().noneMatch(it -> fits(page, it)))
                .forEach(page -> reporter.publishEntry("not opened", page.getPatternString()));
    }

    private void visitor(Browser.Session session) {
        var forgotten = proofs.askRecovery(coop, email, "192.0.2.1");
        see(session, "", "category/groceries", "search", "search?q=たまご", "search?q=ゆきおとこ");
        see(
                session,
                "coupons",
                "product/" + RICE,
                "help",
                "help?q=締切",
                "help/orders/limits",
                "sign-in");
        press(session, "ログインする");
        see(session, "sign-in/forgotten", "sign-in/forgotten/sent?mail=" + forgotten);
        see(session, "sign-in/reset/" + proofs.letter(coop, forgotten).orElseThrow().token());
        see(
                session,
                "sign-in/reset/gone",
                "signed-out",
                "register",
                "office/sign-in",
                "office/sign-in/again");
        see(session, "register/mail?postalCode=1500001&place=", "no-such-page", "closed");
        see(session, "email", "email/gone", "sign-in/confirm/gone", "office/sign-in/confirm/gone");
        see(session, "join/done?number=12345678", "invitation/gone", "letter", "letter/sent");
        see(session, "newsletter/stop/" + links.of(coop, "newsletter-stop", new UUID(0, 0)));
        press(session, "配信を止める");
    }

    private void registers(Browser.Session session) {
        var mail = registrations.ask(coop, TestMembers.JINGUMAE, TestMembers.email(), "192.0.2.1");
        var token = proofs.letter(coop, mail).orElseThrow().token();
        see(session, "register/sent?mail=" + mail, "register/open/gone", "register/open/" + token);
        press(session, "内容を確かめる");
        var page = session.page();
        Map.of("family", "髙橋", "given", "花子", "familyKana", "たかはし", "givenKana", "はなこ")
                .forEach((field, typed) -> page.locator("#" + field).fill(typed));
        page.locator("#phone").fill("090 1234 5678");
        page.locator("#birthDate").fill("昭和46年4月1日");
        page.locator("#street").fill("1-2-3");
        page.locator("#password").fill(TestMembers.PASSWORD);
        page.locator("#again").fill(TestMembers.PASSWORD);
        press(session, "内容を確かめる");
        press(session, "この内容で登録する");
        see(session, "account", "slots", "orders", "cart");
    }

    private void member(Browser.Session session) {
        signIn(session, "sign-in", email, TestMembers.PASSWORD);
        var orders = "orders/" + order.id();
        see(session, "", "orders", orders, orders + "/done", orders + "/cancel");
        see(session, orders + "/change", orders + "/change/confirm", orders + "/change/done");
        changeToCard(session, orders);
        account(session);
        services(session);
        see(session, "account/shares", "account/mail", "account/printed-cards");
        see(session, "account/requests");
        press(session, "送る");
        session.page().locator("#body").fill("明細の見かたを教えてください。");
        press(session, "送る");
        see(session, "account/addresses", "account/addresses/new");
        press(session, "内容を確かめる");
        session.open(at("account/addresses"));
        session.page().locator("main a", hasText("変える")).first().click();
        look(session);
        session.open(session.page().url() + "/remove");
        look(session);
        orders(session);
        session.open(at("product/" + RICE)).locator("[value=add]").click();
        see(session, "product/" + RICE, "favourites");
        clock.standAt(jst("2026-11-20T09:30"));
        see(session, "cart", "");
    }

    private void changeToCard(Browser.Session session, String orders) {
        session.open(at(orders + "/change")).locator("[name=payment][value=card]").check();
        press(session, "変更後の金額を見る");
        see(session, orders + "/change/card");
        session.open(at(orders + "/change/confirm"));
        press(session, "変更をやめる");
    }

    private void account(Browser.Session session) {
        see(session, "account", "account/profile", "account/password", "account/devices");
        see(session, "account/child");
        see(session, "account/prove", "account/looks", "account/passkeys", "account/close");
        see(session, "account/email", "account/second-factor");
    }

    /** On a computer the card says how to open it on a phone. */
    private void card() {
        var address = TestMembers.email();
        cards.joined(coop, address);
        try (var session = Browser.session(Screen.PHONE)) {
            signIn(session, "sign-in", address, TestMembers.PASSWORD);
            see(session, "account/card");
            press(session, "組合員証を表示する");
            see(session, "account/card/offline", "account/card/replace");
        }
        try (var session = Browser.session(Screen.DESKTOP)) {
            signIn(session, "sign-in", address, TestMembers.PASSWORD);
            see(session, "account/card");
        }
    }

    /** 代理: a mother entrusts her son, who accepts, orders for her and stops. */
    private void representatives() {
        var mother = people.account(coop, people.applied(coop));
        var son = people.account(coop, people.applied(coop));
        try (var session = Browser.session(Screen.PHONE)) {
            signIn(session, "sign-in", mother.email(), TestMembers.PASSWORD);
            see(session, "account/representatives", "account/representatives/new");
            press(session, "内容を確かめる");
            session.page().locator("#name").fill(TestRepresentatives.NAME);
            session.page().locator("#email").fill(son.email());
            press(session, "内容を確かめる");
            press(session, "ご案内のメールを送る");
        }
        var given = representations.of(coop, mother.accountId()).getFirst().representationId();
        var link = "representative/" + representing.token(coop, given);
        try (var session = Browser.session(Screen.PHONE)) {
            see(session, link, "representative/gone", "acting/ended");
            signIn(session, "sign-in", son.email(), TestMembers.PASSWORD);
            see(session, "account/representing", link);
            press(session, "として引き受ける");
            press(session, "の代わりに操作する");
            see(session, "", "product/" + RICE, "orders", "account/password", "acting");
            session.page().locator(".acting button").click();
            look(session);
        }
    }

    private void orders(Browser.Session session) {
        see(session, "coupons");
        press(session, "このクーポンを使う");
        see(session, "slots");
        session.page().locator("button.slot-open:visible").first().click();
        session.open(at("product/" + EGGS)).locator(".stepper-first").click();
        session.page().locator(".stepper-more").waitFor();
        look(session);
        see(session, "cart");
        session.open(at("product/" + RICE)).locator(".stepper-first").click();
        session.page().locator(".stepper-more").waitFor();
        see(session, "cart", "cart/substitutes", "checkout");
        session.page().locator("[name=receipt]").check();
        press(session, "確認へ進む");
        session.page().locator("#receiptTo").fill("山田商店");
        press(session, "確認へ進む");
    }

    private void services(Browser.Session session) {
        var start = "http://localhost:%d/demo/service/%s/start".formatted(port, coop.code());
        session.open(start);
        look(session);
        session.page().locator("main button", hasText("同意してログインする")).click();
        session.page().waitForURL("**/back?**");
        see(session, "account/services", "connect/sign-out", "connect/agree?asked=gone");
        see(session, "connect/authorize?client_id=nobody");
    }

    private void picker(Browser.Session session) {
        var slot = "2026-11-20/2";
        see(session, "office/", "office/orders/2026-11-20", "office/orders/" + slot);
        see(session, "office/picking/" + slot + "/list", "office/picking/" + slot);
        press(session, "そろった");
        session.page().locator(".thumb a", hasText("足りない")).click();
        look(session);
        session.page().locator(".thumb button", hasText("1点")).click();
        press(session, "そろった");
        see(session, "office/picking/" + slot + "/list", "office/picking/" + slot + "/trolley");
        see(session, "office/picking/" + slot + "/boxes");
        press(session, "を閉じる");
        see(session, "office/orders/" + slot, "office/policies");
    }

    private void driver(Browser.Session session) {
        see(session, "office/", "office/run/2026-11-20/2", "office/stop/" + order.id());
        driverPresses(session, "手渡しした", "入力をご確認ください");
        driverPresses(session, "不在で持ち帰る", "持ち帰りました");
        see(session, "office/stop/" + order.id(), "office/run/2026-11-20/2/cash");
        see(session, "office/redeliveries");
        see(session, "office/run/2026-11-20/2/plan");
        press(session, "便を組む");
    }

    private void desk(Browser.Session session) {
        see(session, "office/calls", "office/aftercare");
        press(session, "納品書を開く");
        see(session, "office/drive-through/2026-11-20");
        see(session, "office/", "office/orders", "office/claims");
        session.page().locator(".rows tbody a").first().click();
        look(session);
        press(session, "名簿にない");
        member(session, cards.joined(coop).memberCode().orElseThrow().digits());
        see(
                session,
                "office/invitations",
                "office/invitations/paper",
                "office/applications",
                "office/members");
        see(session, "office/shares", "office/requests");
        session.page().locator(".rows tbody a").first().click();
        look(session);
        press(session, "お答えを送る");
        session.open(at("office/members"));
        session.page().locator("#words").fill("山田");
        session.page().locator("#reason").fill("ご来店");
        press(session, "さがす");
        session.page().locator("main .rows button").first().click();
        look(session);
        press(session, "代理の手続きに進む");
    }

    /** A member is opened by a form only, with the reason. */
    private void member(Browser.Session session, String code) {
        see(session, "office/members");
        session.page().locator("#words").fill(code);
        session.page().locator("#reason").fill("お電話でのお問い合わせ");
        press(session, "さがす");
        press(session, "見る");
        press(session, "記録した組合員証に進む");
        press(session, "この組合員証を記録する");
        session.page().locator("#number").fill("A-2015-0401");
        session.page().locator("#issuedOn").fill("平成27年4月1日");
        session.page().locator("#why").fill("窓口で確かめた");
        press(session, "この組合員証を記録する");
        press(session, "使えないものとして記録する");
        see(session, "office/coupons", "office/coupons/" + coupon);
        press(session, "この組合員にお渡しする");
        see(session, "office/returned-mails");
        press(session, "宛先を記録する");
        see(session, "office/passkeys");
    }

    private void editor(Browser.Session session) {
        see(session, "office/newsletters", "office/newsletters/new");
        press(session, "下書きにして見てみる");
        session.page().locator("#subject").fill("年末年始の営業のご案内");
        session.page().locator("#body").fill("年末は12月31日(木)まで営業します。\n\n" + "長い行。".repeat(60));
        press(session, "下書きにして見てみる");
        var issue = session.page().url();
        session.open(issue + "/edit");
        look(session);
        session.open(issue);
        press(session, "自分のアドレスに試しに送る");
        session.page().locator("[name=when][value=later]").check();
        session.page().locator("#day").fill("2026-11-19");
        press(session, "配信の確認へ進む");
        session.page().locator("#day").fill("2026-11-27");
        press(session, "配信の確認へ進む");
        press(session, "この日時で予約する");
        press(session, "配信をやめて下書きに戻す");
        press(session, "配信の確認へ進む");
        press(session, "いますぐ配信する");
        see(session, "office/newsletters", "office/flyers");
    }

    private void staffAccounts(Browser.Session session) {
        see(session, "office/password", "office/staff");
        session.page().locator(".rows tbody a").first().click();
        look(session);
        var one = URI.create(session.page().url()).getPath();
        press(session, "最初のパスワードを出す");
        session.page().locator("#reason").fill("お忘れになった");
        press(session, "最初のパスワードを出す");
        session.open("http://localhost:" + port + one + "/end");
        look(session);
        press(session, "アカウントを終える");
    }

    private void tills(Browser.Session session) {
        see(session, "office/tills", "office/tills/new");
        press(session, "登録して合言葉を表示する");
        session.page().locator("#name").fill("1番レジ");
        session.page().locator("#reason").fill("新しいレジ");
        press(session, "登録して合言葉を表示する");
        see(session, "office/tills");
        session.page().locator(".rows tbody a").first().click();
        look(session);
        press(session, "この端末を止める");
    }

    private void officeServices(Browser.Session session) {
        see(session, "office/services", "office/services/new");
        press(session, "登録する");
        session.page().locator("#name").fill("料理教室の予約");
        session.page().locator("#purpose").fill("料理教室を予約するサービスです。");
        session.page().locator("#redirects").fill("https://class.example.jp/back");
        session.page().locator("#reason").fill("料理教室を始める");
        press(session, "登録する");
        see(session, "office/services");
        session.page().locator(".rows tbody a").first().click();
        look(session);
        press(session, "このサービスを止める");
    }

    private void staff(StaffRole.Kind role, Consumer<Browser.Session> work) {
        try (var session = Browser.session(Screen.PHONE)) {
            var address = some.staffAddress(coop, role, "shibuya");
            signIn(session, "office/sign-in", address, TestOrders.PASSWORD);
            work.accept(session);
        }
    }

    private void signIn(Browser.Session session, String path, String who, String password) {
        var page = session.open(at(path));
        page.locator("#email").fill(who);
        page.locator("#password").fill(password);
        page.locator("main button", hasText("ログインする")).first().click();
    }

    private void see(Browser.Session session, String... paths) {
        for (var path : paths) {
            session.open(at(path));
            look(session);
        }
    }

    /** The driver's phone asks first and goes on when it has its answer. */
    private void driverPresses(Browser.Session session, String button, String then) {
        session.page().locator(".thumb button", hasText(button)).first().click();
        session.page().getByText(then).first().waitFor();
        look(session);
    }

    private void press(Browser.Session session, String button) {
        session.page().locator("main button, .thumb button", hasText(button)).first().click();
        look(session);
    }

    private void look(Browser.Session session) {
        session.page().waitForLoadState();
        opened.add(URI.create(session.page().url()).getPath());
        try {
            PageLook.isSoundOnEveryScreen(session);
        } catch (AssertionError broken) {
            unsound.add(broken.getMessage());
        }
        session.turnTo(Screen.PHONE);
    }

    /** The addresses of a co-op that answer with a page. */
    private Stream<PathPattern> pages() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(
                        it ->
                                it.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .contains(RequestMethod.GET))
                .filter(
                        it ->
                                View.class.isAssignableFrom(
                                        it.getValue().getMethod().getReturnType()))
                .flatMap(it -> it.getKey().getPatternValues().stream())
                .filter(it -> it.startsWith("/{coop}"))
                .filter(it -> !NO_PAGES.contains(it.replaceFirst("/\\{coop}/?", "")))
                .map(PathPatternParser.defaultInstance::parse);
    }

    private static boolean fits(PathPattern page, String path) {
        return page.matches(PathContainer.parsePath(path));
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private String at(String path) {
        return "http://localhost:%d/%s/%s".formatted(port, coop.code(), path);
    }
}
