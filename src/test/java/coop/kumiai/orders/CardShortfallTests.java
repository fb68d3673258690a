package coop.kumiai.orders;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.documents.Documents;
import coop.kumiai.fulfilment.Days;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.fulfilment.StoreDay;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardSettlements;
import coop.kumiai.payments.CardWatch;
import coop.kumiai.payments.NewRefund;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refund;
import coop.kumiai.payments.Refunds;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.TestProcessor;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;

/** 不足額の精算 at the desk: what a card has not paid is paid otherwise or written off, once. */
@KumiaiTest
class CardShortfallTests {
    private static final UUID STAFF = new UUID(0, 7);
    private static final Yen MORE = Yen.of(5000);

    @LocalServerPort int port;
    @Autowired CardCheckout checkout;
    @Autowired PickedOrders pickedOrders;
    @Autowired Payments payments;
    @Autowired Refunds refunds;
    @Autowired Documents documents;
    @Autowired Days days;
    @Autowired CardSettlements settlements;
    @Autowired TransactionTemplate transaction;
    @Autowired TestCoops coops;
    @Autowired TestOrders some;
    @Autowired TestProcessor processor;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    CardWatch watch;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        watch = new CardWatch(coop, context);
    }

    @Test
    @Rule({"N-PAY-6", "N-RET-1"})
    @DisplayName("店頭で受け取った不足は、カードの売上と合わせて、いただいた代金になる")
    void theRestIsPaidAtTheCounter() {
        var order = capturedShort();
        var taken = order.current().totals().total();
        assertThat(refundsLeft(order)).isZero();
        var desk = staff(StaffRole.Kind.DESK);
        var page = desk.open(path("office/cards"));
        assertThat(page.words()).contains(order.number(), "カード " + taken + "、不足 " + MORE);
        assertThat(settle(desk, page, order, "counter", "").words()).contains("理由を書いてください");
        assertThat(settle(desk, page, order, "", "上限").words()).contains("どうしたかを選んで");
        var settled = settle(desk, page, order, "counter", "カードの上限のため");
        assertThat(desk.open(path("office/cards")).words()).doesNotContain(order.number());
        assertThat(settled.status()).isEqualTo(303);
        var payment = payments.get(coop, ref(order));
        assertThat(payment.state()).isEqualTo(Payment.State.COLLECTED);
        assertThat(payment.amount()).isEqualTo(taken.plus(MORE));
        assertThat(audited()).singleElement().asString().contains(order.number(), "カードの上限のため");
        assertThat(settle(desk, page, order, "counter", "もう一度").words()).contains("選び直して");
        var takings = takings(order);
        assertThat(takings.card()).isEqualTo(taken);
        assertThat(takings.counter()).isEqualTo(MORE);
        assertThat(takings.taken()).isEqualTo(taken.plus(MORE));
        refundsGoUpToWhatWasTaken(order, taken);
    }

    private StoreDay.Takings takings(Order order) {
        var manager = new Staff(some.staff(coop, StaffRole.Kind.MANAGER, "shibuya"), "shibuya");
        return days.of(coop, manager, order.slot().day()).takings();
    }

    private void refundsGoUpToWhatWasTaken(Order order, Yen byCard) {
        var card = give(order, new UUID(1, 1), byCard);
        assertThat(card.method()).isEqualTo(PaymentMethod.CARD);
        watch.until(
                watch::look, () -> refunds.of(coop, ref(order)).getFirst().doneAt().isPresent());
        var cash = give(order, new UUID(1, 2), MORE);
        assertThat(cash.method()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        assertThatThrownBy(() -> give(order, new UUID(1, 3), Yen.of(1)))
                .hasMessage("payments/more-than-taken");
        assertThat(settlements.toSettle(coop)).isEmpty();
    }

    @Test
    @Rule({"N-PAY-6", "N-RET-1"})
    @DisplayName("受け取らないことにした不足は、返金にもならない")
    void theRestIsWrittenOff() {
        var order = capturedShort();
        var taken = order.current().totals().total();
        var desk = staff(StaffRole.Kind.DESK);
        settle(desk, desk.open(path("office/cards")), order, "written_off", "店の手違いのため");
        assertThat(payments.get(coop, ref(order)).amount()).isEqualTo(taken);
        assertThat(refundsLeft(order)).isEqualTo(taken.amount());
        give(order, new UUID(1, 1), Yen.of(300));
        watch.until(
                watch::look, () -> refunds.of(coop, ref(order)).getFirst().doneAt().isPresent());
    }

    @Test
    @Rule({"N-PAY-6", "N-RET-1"})
    @DisplayName("カードからなにもいただけなかった代金は、店頭の現金になり、カードは手放す")
    void allIsPaidAtTheCounter() {
        processor.misbehave(coop, "LIES", "/credit/charge", 1);
        var order = ordered(TestProcessor.GOOD);
        var desk = staff(StaffRole.Kind.DESK);
        picked(order);
        watch.untilTrouble(order.id(), "not_authorised");
        settle(desk, desk.open(path("office/cards")), order, "counter", "承認の記録がないため");
        var payment = payments.get(coop, ref(order));
        assertThat(payment.state()).isEqualTo(Payment.State.COLLECTED);
        assertThat(payment.method()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(give(order, new UUID(1, 1), payment.amount()).method())
                .isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        watch.untilState(order.id(), "released");
        var takings = takings(order);
        assertThat(takings.counter()).isEqualTo(payment.amount());
        assertThat(takings.cash()).isEqualTo(Yen.ZERO);
        assertThat(takings.agrees()).isTrue();
    }

    @Test
    @Rule({"N-RCPT-2", "N-PAY-6"})
    @DisplayName("受け取らないことにした分は、納品書と引き換えの領収書に入らない")
    void aReceiptIsForWhatWasPaid() {
        var order = weighedShort();
        documents.write(coop, order.id());
        var note = documents.ofOrder(coop, order.id()).getFirst();
        var desk = staff(StaffRole.Kind.DESK);
        settle(desk, desk.open(path("office/cards")), order, "written_off", "店の手違いのため");
        var clerk = some.staff(coop, StaffRole.Kind.DESK, "shibuya");
        var receipt = documents.exchange(coop, clerk, note.number(), "山田商店", true);
        var paid = payments.get(coop, ref(order)).amount();
        assertThat(paid).matches(it -> it.isLessThan(note.total()));
        assertThat(receipt.total()).isEqualTo(paid);
        assertThat(receipt.content().totals().rates())
                .allMatch(
                        it ->
                                it.tax()
                                        .equals(
                                                it.inTax()
                                                        .portionRoundedDown(
                                                                it.rate().percent(),
                                                                100L + it.rate().percent())));
    }

    /** Weighed goods that came to far more than the card grants. */
    private Order weighedShort() {
        var account = shopping.readyMember();
        context.getBean(Carts.class).add(coop, account, Shopping.CHICKEN, 2);
        var order = ordered(account, TestProcessor.NEVER_RAISED);
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        var found = Map.of(1, Picked.of(2), 2, new Picked(2, OptionalInt.of(3000)));
        pickedOrders.record(coop, order.id(), STAFF, found);
        watch.untilTrouble(order.id(), "not_raised");
        return order;
    }

    @Test
    @Rule("N-PAY-6")
    @DisplayName("金額が決まる前の注文は、精算の一覧に出ない")
    void whatIsNotFinalCannotBeSettled() {
        processor.misbehave(coop, "LIES", "/credit/charge", 1);
        var order = ordered(TestProcessor.GOOD);
        clock.standAt(TestClock.jst("2026-11-20T10:00"));
        watch.untilTrouble(order.id(), "not_authorised");
        assertThat(staff(StaffRole.Kind.DESK).open(path("office/cards")).words())
                .contains(order.number())
                .doesNotContain("不足額の精算");
    }

    @ParameterizedTest
    @EnumSource(names = {"PICKER", "DRIVER"})
    @DisplayName("カウンターの職員でなければ、精算できない")
    void onlyTheDeskSettles(StaffRole.Kind kind) {
        var order = capturedShort();
        var other = staff(kind);
        var refused =
                other.post(
                        path("office/cards/settle"),
                        Map.of(
                                "_csrf",
                                token(other),
                                "payment",
                                ref(order) + " " + MORE.amount(),
                                "way",
                                "counter",
                                "reason",
                                "なりすまし"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(payments.get(coop, ref(order)).state()).isEqualTo(Payment.State.DUE);
    }

    private String token(Visitor visitor) {
        var shown = visitor.open(path("office/")).text();
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(shown);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Order capturedShort() {
        var order = ordered(TestProcessor.NEVER_RAISED);
        var total = order.current().totals().total();
        transaction.executeWithoutResult(
                status -> payments.finish(coop, ref(order), total.plus(MORE)));
        watch.untilTrouble(order.id(), "not_raised");
        return order;
    }

    private void picked(Order order) {
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        pickedOrders.record(coop, order.id(), STAFF, Map.of(1, Picked.of(2)));
    }

    private Visitor.Shown settle(
            Visitor visitor, Visitor.Shown page, Order order, String way, String reason) {
        var rest =
                settlements.toSettle(coop).stream()
                        .filter(it -> it.orderId().equals(Optional.of(order.id())))
                        .map(it -> it.rest().amount())
                        .findFirst()
                        .orElse(MORE.amount());
        return visitor.submit(
                page,
                path("office/cards/settle"),
                Map.of("payment", ref(order) + " " + rest, "way", way, "reason", reason));
    }

    private Refund give(Order order, UUID id, Yen yen) {
        var asked = new NewRefund(id, ref(order), "shibuya", yen, "返品のため", STAFF, true);
        return Objects.requireNonNull(transaction.execute(status -> refunds.give(coop, asked)));
    }

    private long refundsLeft(Order order) {
        return refunds.left(coop, ref(order)).amount();
    }

    private List<String> audited() {
        return sql.select(AUDIT.REASON)
                .from(AUDIT)
                .where(AUDIT.COOP_ID.eq(coop.code()), AUDIT.ACTION.eq("card.shortfall-settled"))
                .fetch(AUDIT.REASON);
    }

    private static String ref(Order order) {
        return Payments.order(order.id());
    }

    private Order ordered(String number) {
        return ordered(shopping.readyMember(), number);
    }

    private Order ordered(UUID account, String number) {
        var cash = shopping.confirmation(account, "a key of the test");
        var asked =
                new PlaceOrder(
                        cash.key(),
                        cash.cartId(),
                        cash.revision(),
                        PaymentMethod.CARD,
                        cash.wishes());
        var typed = new CardChoice.Typed(processor.token(number), clock.instant(), false);
        var outcome =
                checkout.confirm(
                        coop,
                        account,
                        Optional.empty(),
                        asked,
                        typed,
                        id -> URI.create("http://localhost/orders/" + id));
        return ((CardOutcome.Ordered) outcome).order();
    }

    private Visitor staff(StaffRole.Kind kind) {
        var visitor = new Visitor(port);
        var address = some.staffAddress(coop, kind, "shibuya");
        var door = visitor.open(path("office/sign-in"));
        visitor.submit(door, Map.of("email", address, "password", TestOrders.PASSWORD));
        return visitor;
    }

    private String path(String rest) {
        return "/" + coop.code() + "/" + rest;
    }
}
