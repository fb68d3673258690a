package coop.kumiai.shop.charge;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardWatch;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestProcessor;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;
import coop.kumiai.wallet.Wallets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** チャージ page by page, over HTTP. */
@KumiaiTest
class ChargePagesTests {
    private static final Pattern STATE = Pattern.compile("state=([0-9a-f-]{36})");
    private static final Pattern NUMBER = Pattern.compile("払込票番号 ([0-9]+)");
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers members;
    @Autowired TestProcessor processor;
    @Autowired Wallets wallets;
    @Autowired ApplicationContext context;
    CoopId coop;
    UUID memberId;
    Visitor browser;

    @BeforeEach
    void aMemberSignedIn() {
        coop = coops.fresh();
        var email = TestMembers.email();
        memberId = members.applied(coop, email).memberId();
        browser = new Visitor(port);
        browser.submit(
                browser.open("/" + coop + "/sign-in"),
                Map.of("email", email, "password", TestMembers.PASSWORD));
    }

    @Test
    @Rule("U-WAL-2")
    void aTypedCardChargesAfterALetter() {
        wallets.open(coop, memberId, true);
        var entry = choose("card", "３，０００");
        var state = STATE.matcher(entry.text());
        assertThat(state.find()).isTrue();
        var token = processor.token(TestProcessor.GOOD);
        var letter =
                browser.follow(
                        browser.open(
                                path(
                                                "/card/back?brand=VISA&maskedCardNumber=************1111&state=")
                                        + state.group(1)
                                        + "&token="
                                        + token));
        assertThat(letter.words()).contains("3,000円", "クレジットカード（VISA 末尾1111）");
        var waiting = browser.follow(browser.submit(letter, path("/confirm"), Map.of()));
        assertThat(waiting.words()).contains("お支払いを確かめています");
        new CardWatch(coop, context).run();
        var done = browser.open(waiting.path() + "/paid");
        assertThat(done.words()).contains("チャージしました", "いまの残高 3,000円");
        assertThat(browser.open(path("/confirm")).location()).endsWith("/account/wallet/charge");
    }

    @Test
    @Rule("U-WAL-2")
    void aNumberIsIssuedPaidAndFound() {
        wallets.open(coop, memberId, true);
        var letter = choose("store", "5000");
        assertThat(letter.words()).contains("コンビニエンスストア（ローソン）", "5,000円");
        var shown = browser.follow(browser.submit(letter, path("/confirm"), Map.of()));
        var number = NUMBER.matcher(shown.words());
        assertThat(number.find()).isTrue();
        assertThat(shown.words()).contains("Loppi", "お支払いの期限 11/23(月)");
        assertThat(browser.open(path("")).words()).contains("5,000円のチャージを受け付けています");
        processor.payAtStore(number.group(1), "NEVER");
        assertThat(browser.open(shown.path() + "/paid").words()).contains("チャージしました");
        assertThat(wallets.of(coop, memberId).orElseThrow().money()).isEqualTo(Yen.of(5_000));
    }

    @Test
    @Rule("U-WAL-2")
    void theLimitsAreToldBeforeAndAtTheField() {
        wallets.open(coop, memberId, true);
        var form = browser.open(path(""));
        assertThat(form.words()).contains("一回500円から30,000円まで、一日50,000円まで", "あと50,000円まで");
        var refused =
                browser.submit(form, Map.of("way", "store", "chain", "lawson", "amount", "499"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("一回500円から30,000円までです");
        assertThat(browser.submit(form, Map.of("way", "card.x", "amount", "500")).status())
                .isEqualTo(404);
    }

    @Test
    void aProofCanBePutOffAndADeclinedCardSaysWhy() {
        wallets.open(coop, memberId, true);
        var proof = byCard(TestProcessor.CHALLENGED);
        assertThat(proof.words()).contains("チャージはまだ終わっていません");
        var off = browser.submit(proof, proof.path() + "/put-off", Map.of());
        assertThat(browser.follow(off).words()).contains("取りやめました");
        assertThat(byCard(TestProcessor.DECLINED).words()).contains("チャージできませんでした", "承認しませんでした");
    }

    @Test
    void whoHasNoEMoneyIsLedToIt() {
        assertThat(browser.open(path("")).location()).endsWith("/account/wallet");
        assertThat(browser.open(path("/" + new UUID(1, 1))).status()).isEqualTo(404);
    }

    private Shown byCard(String number) {
        var state = STATE.matcher(choose("card", "3000").text());
        assertThat(state.find()).isTrue();
        var back = "/card/back?brand=VISA&maskedCardNumber=1111&state=" + state.group(1);
        var letter = browser.follow(browser.open(path(back) + "&token=" + processor.token(number)));
        return browser.follow(browser.submit(letter, path("/confirm"), Map.of()));
    }

    private Shown choose(String way, String amount) {
        var typed = Map.of("way", way, "chain", "lawson", "amount", amount);
        return browser.follow(browser.submit(browser.open(path("")), typed));
    }

    private String path(String rest) {
        return "/" + coop + "/account/wallet/charge" + rest;
    }
}
