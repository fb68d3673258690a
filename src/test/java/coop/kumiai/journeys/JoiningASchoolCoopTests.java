package coop.kumiai.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.ShareBills;
import coop.kumiai.membership.Leavings;
import coop.kumiai.testing.Browser;
import coop.kumiai.testing.Browser.Session;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.PageLook;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.Screen;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Set;
import java.util.stream.Stream;

/**
 * From the join form of a co-op without a net shop to the end of My Page: applicant, staff and
 * member in turn, each page looked at.
 */
@KumiaiTest
@Tag("browser")
class JoiningASchoolCoopTests {
    private static final String STAFF = "desk@manabi.coop.example";
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired Accounts accounts;
    @Autowired ShareBills bills;
    @Autowired Leavings leavings;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;

    static Stream<Screen> screens() {
        return Stream.of(Screen.PHONE, Screen.WITHOUT_SCRIPT);
    }

    @BeforeEach
    void aSchoolCoop() {
        coop = coops.school();
        email = TestMembers.email();
        accounts.createStaff(
                coop,
                STAFF,
                TestMembers.PASSWORD,
                "組合員係",
                Set.of(new StaffRole(StaffRole.Kind.DESK, "honbu")));
    }

    @ParameterizedTest
    @MethodSource("screens")
    @Rule({"M-USE-2", "M-USE-3", "M-USE-4", "M-PAGE-1", "M-PAGE-2", "M-LEAVE-1"})
    void fromTheJoinFormToTheEndOfMyPage(Screen screen) {
        apply(screen);
        staffAccept(screen);
        clock.standAt(TestClock.jst("2026-11-21T00:30"));
        assertThat(bills.close(coop)).isOne();
        staffConfirmThePayment(screen);
        register(screen);
        clock.standAt(TestClock.jst("2026-12-01T00:00"));
        readMyPage(screen);
        ask(screen);
        staffAnswer(screen);
        staffTakeTheNotice(screen);
        readMyPage(screen);
        clock.standAt(TestClock.jst("2027-04-01T00:10"));
        assertThat(leavings.effect(coop)).isOne();
        staffPayBack(screen);
        findMyPageClosed(screen);
    }

    private void apply(Screen screen) {
        try (var session = Browser.session(screen)) {
            var page = look(session, "");
            press(page, "a", "加入を申し込む");
            PageLook.isSound(page);
            press(page, "button", "内容を確かめる");
            assertThat(page.title()).startsWith("入力の確認");
            PageLook.isSound(page);
            fill(page);
            press(page, "button", "内容を確かめる");
            Browser.awaitWords(page, "𠮷田 髙子", "1986年5月3日", "東京都文京区本郷3-4-5", "10,000円");
            PageLook.isSound(page);
            press(page, "button", "この内容で申し込む");
            Browser.awaitWords(page, "お申込みを受け付けました");
            PageLook.isSound(page);
        }
    }

    private void fill(Page page) {
        page.locator("#family").fill("𠮷田");
        page.locator("#given").fill("髙子");
        page.locator("#familyKana").fill("よしだ");
        page.locator("#givenKana").fill("たかこ");
        page.locator("#birthDate").fill("Ｓ６１．５．３");
        page.locator("#postalCode").fill("１１３ー００３３");
        press(page, "button", "住所を入力");
        page.waitForCondition(() -> page.locator("#city").inputValue().equals("文京区"));
        page.locator("#street").fill("3-4-5");
        page.locator("#phone").fill("090 1234 5678");
        page.locator("#email").fill(email);
        page.locator("#workplace").fill("さくら小学校");
        page.locator("#units").fill("１０");
    }

    private void staffAccept(Screen screen) {
        try (var session = staff(screen)) {
            var page = look(session, "office/applications");
            page.locator("table.rows tbody a").first().click();
            page.waitForLoadState();
            PageLook.isSound(page);
            page.locator("#check").fill("お電話でご本人に確認");
            press(page, "button", "承認する");
            Browser.awaitWords(page, "承認");
            PageLook.isSound(page);
        }
    }

    private void staffConfirmThePayment(Screen screen) {
        try (var session = staff(screen)) {
            var page = look(session, "office/shares");
            page.locator("#reason").fill("通帳で確認");
            press(page, "button", "入金を確認した");
            Browser.awaitWords(page, "未入金の請求はありません");
        }
    }

    private void register(Screen screen) {
        var link = mails.only(email).links().stream().filter(it -> it.contains("/invitation/"));
        var path = link.findFirst().orElseThrow().replaceFirst(".*?/invitation/", "invitation/");
        try (var session = Browser.session(screen)) {
            var page = look(session, path);
            page.locator("#birthDate").fill("昭和61年5月3日");
            page.locator("#password").fill(TestMembers.PASSWORD);
            page.locator("#again").fill(TestMembers.PASSWORD);
            press(page, "button", "登録する");
            Browser.awaitWords(page, "2026年12月1日");
            PageLook.isSound(page);
        }
    }

    private void readMyPage(Screen screen) {
        try (var session = member(screen)) {
            var page = look(session, "account");
            Browser.awaitWords(page, "𠮷田 髙子", "組合員コード");
            look(session, "account/shares");
            Browser.awaitWords(page, "10口 10,000円");
        }
    }

    private void ask(Screen screen) {
        try (var session = member(screen)) {
            var page = look(session, "account/requests");
            page.locator("input[value=WORKPLACE]").check();
            page.locator("#body").fill("4月から、みなみ中学校に変わります。");
            press(page, "button", "送る");
            Browser.awaitWords(page, "受け付けました");
            PageLook.isSound(page);
            look(session, "account/mail");
            look(session, "account/printed-cards");
            move(look(session, "account/home"));
        }
    }

    private void move(Page page) {
        page.locator("#postalCode").fill("２７３－０８６５");
        press(page, "button", "住所を入力");
        page.waitForCondition(() -> page.locator("#city").inputValue().equals("船橋市"));
        page.locator("#street").fill("");
        press(page, "button", "内容を確かめる");
        assertThat(page.title()).startsWith("入力の確認");
        PageLook.isSound(page);
        page.locator("#street").fill("１ー２ー３");
        press(page, "button", "内容を確かめる");
        Browser.awaitWords(page, "千葉県船橋市夏見1-2-3");
        PageLook.isSound(page);
        press(page, "button", "この内容にする");
        Browser.awaitWords(page, "登録の内容を変えました", "千葉県船橋市夏見1-2-3");
        assertThat(page.locator("main").textContent()).doesNotContain("文京区");
    }

    private void staffAnswer(Screen screen) {
        try (var session = staff(screen)) {
            var page = look(session, "office/requests");
            page.locator("table.rows tbody a").first().click();
            page.waitForLoadState();
            PageLook.isSound(page);
            page.locator("#answer").fill("新しい勤務先を名簿に書きました。");
            press(page, "button", "お答えを送る");
            Browser.awaitWords(page, "届出はありません");
        }
    }

    private void staffTakeTheNotice(Screen screen) {
        try (var session = staff(screen)) {
            var page = member(session);
            press(page, "button", "脱退の届出を受け付ける");
            Browser.awaitWords(page, "2027年3月31日");
            PageLook.isSound(page);
        }
    }

    private void staffPayBack(Screen screen) {
        try (var session = staff(screen)) {
            press(member(session), "button", "10,000円を払い戻した");
            PageLook.isSound(session.page());
        }
    }

    private void findMyPageClosed(Screen screen) {
        try (var session = member(screen)) {
            var page = look(session, "account/shares");
            Browser.awaitWords(page, "マイページは終了しました");
        }
    }

    /** The desk's page of the member, found by a plainer writing of the name. */
    private Page member(Session session) {
        var page = look(session, "office/members");
        page.locator("#words").fill("吉田 高子");
        page.locator("#reason").fill("脱退の手続き");
        press(page, "button", "さがす");
        PageLook.isSound(page);
        page.locator("table.rows tbody button").first().click();
        page.waitForLoadState();
        PageLook.isSound(page);
        return page;
    }

    private Session staff(Screen screen) {
        return signedIn(screen, "office/sign-in", STAFF);
    }

    private Session member(Screen screen) {
        return signedIn(screen, "sign-in", email);
    }

    private Session signedIn(Screen screen, String where, String who) {
        var session = Browser.session(screen);
        var page = session.open(at(where));
        page.locator("#email").fill(who);
        page.locator("#password").fill(TestMembers.PASSWORD);
        press(page, "button", "ログインする");
        return session;
    }

    private Page look(Session session, String path) {
        var page = session.open(at(path));
        PageLook.isSound(page);
        return page;
    }

    private static void press(Page page, String what, String label) {
        page.locator("main " + what, new Page.LocatorOptions().setHasText(label)).first().click();
        page.waitForLoadState();
    }

    private String at(String path) {
        return "http://localhost:" + port + "/" + coop + "/" + path;
    }
}
