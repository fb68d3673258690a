package coop.kumiai.shop;

import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.ClosingAccounts;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Shopping;
import coop.kumiai.payments.CardWatch;
import coop.kumiai.payments.KeptCards;
import coop.kumiai.payments.PaymentWays;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestProcessor;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Paying by card over HTTP without script: typing, keeping, using again, removing. */
@KumiaiTest
class CardPagesTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers members;
    @Autowired Carts carts;
    @Autowired Orders orders;
    @Autowired KeptCards kept;
    @Autowired ClosingAccounts closing;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    CardWatch watch;
    UUID account;
    UUID memberId;
    Visitor browser;

    @BeforeEach
    void aReadyMember() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        watch = new CardWatch(coop, context);
        var email = TestMembers.email();
        var member = members.applied(coop, email);
        memberId = member.memberId();
        account = member.accountId().orElseThrow();
        fillTheCart();
        browser = new Visitor(port);
        browser.submit(
                browser.open(path("sign-in")),
                Map.of("email", email, "password", TestMembers.PASSWORD));
    }

    @Test
    @Rule({"N-PAY-3", "N-REG-3"})
    @DisplayName("登録したカードは、次から番号なしで選べ、マイページで消せる")
    void aKeptCardPaysAgainAndIsRemoved() {
        var done = pay(TestProcessor.GOOD, Map.of("keepCard", "yes"));
        assertThat(done.words()).contains("ご注文を承りました", "クレジットカード");
        watch.until(watch::look, () -> !kept.of(coop, memberId).isEmpty());
        var card = kept.of(coop, memberId).getFirst();
        assertThat(card.label()).isEqualTo("VISA 末尾1111");
        fillTheCart();
        var checkout = browser.open(path("checkout"));
        assertThat(checkout.words()).contains("登録済みのカード（VISA 末尾1111）");
        var letter =
                browser.follow(
                        browser.submit(
                                checkout,
                                Map.of("payment", "card." + card.cardId(), "shortage", "cancel")));
        var ordered = browser.follow(browser.submit(letter, path("checkout/confirm"), Map.of()));
        assertThat(ordered.words()).contains("ご注文を承りました");
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).hasSize(2);
        var page = browser.open(path("account/payment-cards"));
        assertThat(page.words()).contains("VISA 末尾1111", "2030年12月");
        var removed =
                browser.submit(
                        page, path("account/payment-cards/" + card.cardId() + "/remove"), Map.of());
        assertThat(browser.follow(removed).words()).contains("登録を消しました", "登録済みのカードはありません");
        watch.until(watch::look, () -> watch.calls("/credit/deleteCard") == 1);
    }

    @Test
    @Rule({"N-PAY-4", "N-PAY-5"})
    @DisplayName("承認されなかったら理由を見せ、別のカードか代金引換を選べる")
    void aRefusedCardLeadsBackToTheChoice() {
        var back = pay(TestProcessor.DECLINED, Map.of());
        assertThat(back.words()).contains("承認しませんでした", "代金はいただいていません", "代金引換");
        var letter =
                browser.follow(
                        browser.submit(
                                back,
                                path("checkout"),
                                Map.of("payment", "cash_on_delivery", "shortage", "cancel")));
        var done = browser.follow(browser.submit(letter, path("checkout/confirm"), Map.of()));
        assertThat(done.words()).contains("ご注文を承りました", "現金");
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("本人認証をやめて、お支払い方法を選び直せる")
    void aProofCanBePutOff() {
        var proof = pay(TestProcessor.CHALLENGED, Map.of());
        assertThat(proof.words()).contains("ご注文はまだ確定していません");
        var order = proof.path().replaceAll(".*/orders/([^/]+)/.*", "$1");
        var back =
                browser.follow(
                        browser.submit(proof, path("orders/" + order + "/put-off"), Map.of()));
        assertThat(back.words()).contains("取りやめました");
        assertThat(shopping.taken(TOMORROW)).isZero();
        assertThat(browser.open(path("orders/" + order + "/paid")).location()).contains("unpaid=");
        assertThat(browser.open(path("orders/" + order)).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("ほかの方のお支払いは、見ることもやめることもできない")
    void nobodySeesAnothersPayment() {
        var proof = pay(TestProcessor.CHALLENGED, Map.of());
        var stranger = new Visitor(port);
        var email = TestMembers.email();
        members.applied(coop, email);
        stranger.submit(
                stranger.open(path("sign-in")),
                Map.of("email", email, "password", TestMembers.PASSWORD));
        assertThat(stranger.open(proof.path()).status()).isEqualTo(404);
        assertThat(stranger.open(proof.path().replace("card", "paid")).status()).isEqualTo(404);
    }

    @Test
    @Rule("N-PAY-1")
    @DisplayName("カードを使わない生協では、選べず、送っても断る")
    void aCoopWithoutCardsOffersNone() {
        coops.decide(coop, new PaymentWays(true, false), "", LocalDate.of(2026, 11, 20));
        var checkout = browser.open(path("checkout"));
        assertThat(checkout.words()).doesNotContain("クレジットカード");
        var refused = browser.submit(checkout, Map.of("payment", "card", "shortage", "cancel"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("お支払い方法は代金引換です");
    }

    @Test
    @DisplayName("ほかの人が作ったトークンの入った住所を開いても、なにも起きない")
    void aTokenFromElsewhereIsNotTaken() {
        browser.open(path("checkout/card"));
        var sent = browser.open(path("checkout/card/back?state=guessed&token=evil&brand=VISA"));
        assertThat(sent.location()).isEqualTo(path("checkout/card"));
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("同じ確認画面をもう一度送っても、はじめのご注文に着く")
    void aLetterSentTwiceFindsTheFirstOrder() {
        var letter = letter(TestProcessor.GOOD, Map.of());
        var first = browser.submit(letter, path("checkout/confirm"), Map.of());
        var second = browser.submit(letter, path("checkout/confirm"), Map.of());
        assertThat(first.location()).endsWith("/done");
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).hasSize(1);
    }

    @Test
    @Rule("N-REG-7")
    @DisplayName("退会すると、登録済みのカードも消える")
    void theCardsOfAClosedAccountAreForgotten() {
        pay(TestProcessor.GOOD, Map.of("keepCard", "yes"));
        watch.until(watch::look, () -> !kept.of(coop, memberId).isEmpty());
        orders.cancel(coop, account, orders.ordersOfSlot(coop, TOMORROW).getFirst().id());
        closing.close(coop, account);
        assertThat(kept.of(coop, memberId)).isEmpty();
        watch.until(watch::look, () -> watch.calls("/credit/deleteCard") == 1);
    }

    /** To where it leads: the page after the letter was confirmed. */
    private Visitor.Shown pay(String number, Map<String, String> more) {
        var letter = letter(number, more);
        return browser.follow(browser.submit(letter, path("checkout/confirm"), Map.of()));
    }

    private Visitor.Shown letter(String number, Map<String, String> more) {
        var typed = new java.util.HashMap<>(Map.of("payment", "card", "shortage", "cancel"));
        typed.putAll(more);
        var before = browser.follow(browser.submit(browser.open(path("checkout")), typed));
        assertThat(before.words()).contains("デビットカードとプリペイドカードはおすすめしません");
        var link = before.text().replaceAll("(?s).*href=\"([^\"]*/pages/card[^\"]*)\".*", "$1");
        var processor =
                browser.open(link.replace("&amp;", "&").replaceFirst("^https?://[^/]+", ""));
        var back =
                browser.submit(
                        processor,
                        "/demo/processor/pages/card",
                        Map.of("number", number, "expire", "12/30"));
        return browser.follow(browser.follow(back));
    }

    private void fillTheCart() {
        shopping.choose(account, TOMORROW);
        carts.add(coop, account, RICE, 2);
    }

    private String path(String rest) {
        return "/" + coop + "/" + rest;
    }
}
