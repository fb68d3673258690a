package coop.kumiai.amendments;

import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.amendments.CardChanges.ShownChange;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Shopping;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardWatch;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.payments.Payments;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestProcessor;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 代金引換からカードへ: the card is asked first, and what fails leaves the order as it was. */
@KumiaiTest
class CardChangesTests {
    @LocalServerPort int port;
    @Autowired CardChanges changes;
    @Autowired Amendments amendments;
    @Autowired Orders orders;
    @Autowired Payments payments;
    @Autowired TestMembers members;
    @Autowired TestCoops coops;
    @Autowired TestProcessor processor;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    CardWatch watch;
    UUID account;
    Order order;

    @BeforeEach
    void anOrderInCash() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        watch = new CardWatch(coop, context);
        account = shopping.readyMember();
        order = orders.place(coop, account, shopping.confirmation(account, "a key of the test"));
    }

    @Test
    @Rule({"N-ORD-6", "N-PAY-4"})
    @DisplayName("カードが承認したら変更が確定し、あとで現金に、またカードに変えられる")
    void aCardTakesThePlaceOfCash() {
        var changed = accepted(accept(3, PaymentMethod.CARD, TestProcessor.GOOD));
        assertThat(changed.current().payment()).isEqualTo(PaymentMethod.CARD);
        assertThat(changed.current().lines().getFirst().quantity()).isEqualTo(3);
        assertThat(payment())
                .isEqualTo(
                        new Payment(
                                Payments.order(order.id()),
                                PaymentMethod.CARD,
                                changed.current().totals().total(),
                                Payment.State.DUE));
        assertThat(watch.authorised(order.id())).isEqualTo(changed.current().totals().total());
        var cash = change(3, PaymentMethod.CASH_ON_DELIVERY);
        amendments.accept(coop, account, order.id(), cash.draftId(), cash.revision());
        watch.untilState(order.id(), "released");
        accepted(accept(2, PaymentMethod.CARD, TestProcessor.GOOD));
        orders.cancel(coop, account, order.id());
        watch.untilState(order.id(), "released");
        assertThat(standing()).isZero();
    }

    @Test
    @Rule({"N-ORD-6", "N-PAY-4"})
    @DisplayName("承認されなければ代金引換のままで、別のカードで確定できる")
    void aRefusedCardLeavesTheOrderInCash() {
        assertThat(accept(3, PaymentMethod.CARD, TestProcessor.DECLINED))
                .isEqualTo(new CardChange.Unpaid(OfCard.DECLINED));
        isAsItWas();
        var proposal = amendments.view(coop, account, order.id());
        assertThat(proposal.needsCard()).isTrue();
        var changed = accepted(accept(proposal, TestProcessor.GOOD));
        assertThat(changed.current().payment()).isEqualTo(PaymentMethod.CARD);
        assertThat(accepted(accept(proposal, TestProcessor.GOOD)).current().number())
                .isEqualTo(changed.current().number());
    }

    @Test
    @Rule({"N-ORD-6", "N-PAY-4"})
    @DisplayName("本人認証が済むまで変わらず、済んで戻ると確定する")
    void nothingCountsBeforeTheProof() {
        var challenge = challenge();
        isAsItWas();
        processor.prove(challenge.page().toString(), true);
        isAsItWas();
        var changed = accepted(settle(challenge));
        assertThat(changed.current().payment()).isEqualTo(PaymentMethod.CARD);
        assertThat(accepted(settle(challenge)).current()).isEqualTo(changed.current());
    }

    @Test
    @Rule({"N-ORD-6", "N-PAY-4"})
    @DisplayName("本人認証から戻らなければ、注文はそのままで、カードは手放す")
    void aCardThatNobodyComesBackForIsLetGo() {
        var challenge = challenge();
        processor.prove(challenge.page().toString(), true);
        clock.forward(Duration.ofMinutes(16));
        shopping.settleDue();
        watch.until(watch::look, () -> standing() == 0);
        isAsItWas();
        assertThat(settle(challenge)).isInstanceOf(CardChange.Unpaid.class);
        isAsItWas();
    }

    @Test
    @Rule("N-ORD-6")
    @DisplayName("本人認証のあいだに変更の案が変わったら、確定せず、カードは手放す")
    void aChangeThatIsAnotherByNowIsNotAccepted() {
        var challenge = challenge();
        change(2, PaymentMethod.CARD);
        processor.prove(challenge.page().toString(), true);
        assertThatThrownBy(() -> settle(challenge)).isInstanceOf(Refused.class);
        watch.until(watch::look, () -> standing() == 0);
        isAsItWas();
    }

    @Test
    @Rule({"N-ORD-6", "N-PAY-3"})
    @DisplayName("画面で、カードを選び、入力し、確定するまで")
    void onThePages() {
        var email = TestMembers.email();
        var member = members.applied(coop, email);
        account = member.accountId().orElseThrow();
        shopping.choose(account, TOMORROW);
        context.getBean(coop.kumiai.orders.Carts.class).add(coop, account, RICE, 2);
        order = orders.place(coop, account, shopping.confirmation(account, "a key of the page"));
        var browser = new Visitor(port);
        browser.submit(
                browser.open(path("sign-in")),
                Map.of("email", email, "password", TestMembers.PASSWORD));
        var change = browser.open(path("orders/" + order.id() + "/change"));
        var confirm = browser.follow(browser.submit(change, Map.of("payment", "card")));
        assertThat(confirm.words()).contains("カードを選ぶ", "いまのご注文（代金引換）のまま");
        var cards = browser.open(path("orders/" + order.id() + "/change/card"));
        var entry = browser.follow(browser.submit(cards, Map.of("payment", "card")));
        var back = browser.follow(browser.follow(typed(browser, entry)));
        assertThat(back.words()).contains("入力したカード（VISA 末尾1111）", "注文変更を確定");
        var done = browser.submit(back, Map.of("payment", "card.typed"));
        assertThat(browser.follow(done).words()).contains("ご注文を変更しました");
        assertThat(payment().method()).isEqualTo(PaymentMethod.CARD);
    }

    private static Visitor.Shown typed(Visitor browser, Visitor.Shown entry) {
        var link = entry.text().replaceAll("(?s).*href=\"([^\"]*/pages/card[^\"]*)\".*", "$1");
        var page = browser.open(link.replace("&amp;", "&").replaceFirst("^https?://[^/]+", ""));
        return browser.submit(
                page,
                "/demo/processor/pages/card",
                Map.of("number", TestProcessor.GOOD, "expire", "12/30"));
    }

    private CardChange.Challenge challenge() {
        var outcome = accept(3, PaymentMethod.CARD, TestProcessor.CHALLENGED);
        assertThat(outcome).isInstanceOf(CardChange.Challenge.class);
        return (CardChange.Challenge) outcome;
    }

    private Order accepted(CardChange outcome) {
        assertThat(outcome).isInstanceOf(CardChange.Accepted.class);
        return ((CardChange.Accepted) outcome).order();
    }

    private CardChange accept(int rice, PaymentMethod method, String number) {
        return accept(change(rice, method), number);
    }

    private CardChange accept(Proposal shown, String number) {
        return changes.accept(
                coop,
                account,
                Optional.empty(),
                new ShownChange(order.id(), shown.draftId(), shown.revision()),
                new CardChoice.Typed(processor.token(number), clock.instant(), false),
                tried -> URI.create("http://localhost/tried/" + tried));
    }

    private CardChange settle(CardChange.Challenge challenge) {
        return changes.settle(coop, account, Optional.empty(), challenge.tryId());
    }

    private Proposal change(int rice, PaymentMethod method) {
        return amendments.change(
                coop, account, order.id(), new Wanted(Map.of(RICE, rice), TOMORROW, method));
    }

    private void isAsItWas() {
        assertThat(orders.get(coop, order.id()).current()).isEqualTo(order.current());
        assertThat(payment().method()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(payment().amount()).isEqualTo(order.current().totals().total());
    }

    private Payment payment() {
        return payments.get(coop, Payments.order(order.id()));
    }

    /** Cards that were asked and are not let go at the processor. */
    private int standing() {
        return sql.fetchSingle(
                        "select count(*) from payments.card_payment where coop_id = ? and state"
                                + " not in ('released', 'refused')",
                        coop.code())
                .get(0, int.class);
    }

    private String path(String rest) {
        return "/" + coop + "/" + rest;
    }
}
