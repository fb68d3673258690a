package coop.kumiai.orders;

import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardSettlements;
import coop.kumiai.payments.CardWatch;
import coop.kumiai.payments.NewRefund;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refund;
import coop.kumiai.payments.Refunds;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestProcessor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** 返金: what was taken goes back the way it came, once, and never more than was taken. */
@KumiaiTest
class RefundsTests {
    private static final UUID STAFF = new UUID(0, 7);

    @Autowired CardCheckout checkout;
    @Autowired Orders orders;
    @Autowired PickedOrders pickedOrders;
    @Autowired Payments payments;
    @Autowired Refunds refunds;
    @Autowired CardSettlements settlements;
    @Autowired TransactionTemplate transaction;
    @Autowired TestCoops coops;
    @Autowired TestProcessor processor;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    @TempDir Path folder;
    CoopId coop;
    Shopping shopping;
    CardWatch watch;
    UUID account;

    @BeforeEach
    void aReadyMember() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        watch = new CardWatch(coop, context);
        account = shopping.readyMember();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOOD", "LIES", "DOWN", "LOSES_CALLS", "LOSES_ANSWERS"})
    @Rule({"N-RET-1", "N-PAY-6"})
    @DisplayName("カードの代金の一部は、返事が失われても、照会して一度だけカードに返る")
    void aPartGoesBackToTheCardOnce(String kind) {
        var order = captured();
        processor.misbehave(coop, kind, "/order/update", 2);
        var refund = give(order, new UUID(1, 1), 700);
        assertThat(refund.doneAt()).isEmpty();
        untilDone(order);
        assertThat(settled()).containsExactly("SALES " + (total(order) - 700));
        assertThat(give(order, new UUID(1, 1), 700).refundId()).isEqualTo(refund.refundId());
        assertThat(left(order)).isEqualTo(total(order) - 700);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOOD", "LOSES_ANSWERS", "REFUSES"})
    @Rule({"N-RET-1", "N-PAY-6"})
    @DisplayName("カードの代金をすべて返すと、決済会社では取り消しになる")
    void theWholeGoesBackAsACancellation(String kind) throws IOException {
        var order = captured();
        give(order, new UUID(1, 1), 500);
        untilDone(order);
        processor.misbehave(coop, kind, "/order/cancel", 2);
        give(order, new UUID(1, 2), total(order) - 500);
        untilDone(order);
        assertThat(settled()).containsExactly("VOID 0");
        assertThatThrownBy(() -> give(order, new UUID(1, 3), 1))
                .hasMessage("payments/more-than-taken");
        assertThat(settlements.toSettle(coop)).isEmpty();
        takeSettlement();
        assertThat(settlements.differences(coop)).isEmpty();
    }

    @Test
    @Rule("N-PAY-6")
    @DisplayName("精算データのあとの返金は違いにならず、返金のない精算データは違いになる")
    void aRefundIsHeldAgainstTheSettlement() throws IOException {
        var order = captured();
        takeSettlement();
        clock.forward(java.time.Duration.ofMinutes(1));
        give(order, new UUID(1, 1), 700);
        untilDone(order);
        assertThat(settlements.differences(coop)).isEmpty();
        var old = processor.settlement(coop).replace("" + (total(order) - 700), "" + total(order));
        takeSettlement();
        assertThat(settlements.differences(coop)).isEmpty();
        take(old);
        assertThat(settlements.differences(coop))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.ours()).contains(Yen.of(total(order) - 700));
                            assertThat(it.theirs()).contains(Yen.of(total(order)));
                        });
    }

    @Test
    @Rule({"N-DELIV-2", "N-PAY-6"})
    @DisplayName("持ち帰りの取り消しは、カードの代金をすべて返し、便の枠も返す")
    void whatIsCalledOffGoesBackToTheCard() {
        var order = captured();
        callOff(order);
        assertThat(callOff(order).cancelled()).isTrue();
        untilDone(order);
        assertThat(settled()).containsExactly("VOID 0");
        assertThat(left(order)).isZero();
        assertThat(shopping.taken(TOMORROW)).isZero();
    }

    private Order callOff(Order order) {
        return transaction.execute(status -> pickedOrders.callOff(coop, order.id(), STAFF, "ご不在"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("N-RET-1")
    @DisplayName("同時に返しても、いただいた代金より多くは返らない")
    void ofManyAtOnceOnlyWhatWasTakenGoesBack(boolean card) throws Exception {
        var order = card ? captured() : collected();
        var part = total(order) / 3;
        var tries =
                IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(at -> () -> gives(order, at, part))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            long given = 0;
            for (var answer : threads.invokeAll(tries)) {
                given += answer.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(3);
        }
        assertThat(left(order)).isEqualTo(total(order) - 3 * part);
        if (card) {
            untilDone(order);
            assertThat(settled()).containsExactly("SALES " + (total(order) - 3 * part));
        }
    }

    @Test
    @Rule("N-RET-1")
    @DisplayName("現金は、その場で渡すか、来店を待って一度だけ渡す")
    void cashIsHandedOutOnce() {
        var order = collected();
        assertThat(give(order, new UUID(1, 1), 300).doneAt()).contains(clock.instant());
        var waiting = within(new UUID(1, 2), order, 200, false);
        assertThat(refunds.toPayOut(coop, "shibuya", Optional.empty(), 9)).containsExactly(waiting);
        refunds.payOut(coop, waiting.refundId(), STAFF);
        assertThat(refunds.toPayOut(coop, "shibuya", Optional.empty(), 9)).isEmpty();
        assertThatThrownBy(() -> refunds.payOut(coop, waiting.refundId(), STAFF))
                .hasMessage("payments/nothing-to-pay-out");
    }

    @Test
    @Rule("N-RET-1")
    @DisplayName("お渡しを待つ現金は、お店ごとに、古い順に続きから読める")
    void eachStoreReadsItsOwnWaitingCash() {
        var order = collected();
        var first = within(new UUID(1, 1), order, 100, false);
        clock.standAt(clock.instant().plusSeconds(1));
        var second = within(new UUID(1, 3), order, 100, false);
        var third = within(new UUID(1, 4), order, 100, false);
        assertThat(refunds.toPayOut(coop, "shibuya", Optional.empty(), 2))
                .containsExactly(first, second);
        assertThat(refunds.toPayOut(coop, "shibuya", Optional.of(second.refundId()), 2))
                .containsExactly(third);
        assertThat(refunds.toPayOut(coop, "meguro", Optional.empty(), 2)).isEmpty();
    }

    @Test
    @Rule("N-RET-1")
    @DisplayName("代金をいただく前は返金できない")
    void nothingGoesBackBeforeItWasTaken() {
        var order = orders.place(coop, account, shopping.confirmation(account, "a key of cash"));
        assertThatThrownBy(() -> give(order, new UUID(1, 1), 1))
                .hasMessage("payments/nothing-taken");
        assertThat(left(order)).isZero();
    }

    private boolean gives(Order order, int at, long yen) {
        try {
            give(order, new UUID(2, at), yen);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private Refund give(Order order, UUID id, long yen) {
        return within(id, order, yen, true);
    }

    private Refund within(UUID id, Order order, long yen, boolean inHand) {
        var asked =
                new NewRefund(
                        id,
                        Payments.order(order.id()),
                        "shibuya",
                        Yen.of(yen),
                        "返品のため",
                        STAFF,
                        inHand);
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> refunds.give(coop, asked)));
    }

    private void untilDone(Order order) {
        watch.until(
                watch::look,
                () ->
                        refunds.of(coop, Payments.order(order.id())).stream()
                                .allMatch(it -> it.doneAt().isPresent()));
    }

    private long left(Order order) {
        return refunds.left(coop, Payments.order(order.id())).amount();
    }

    private static long total(Order order) {
        return order.current().totals().total().amount();
    }

    private Order collected() {
        var order = orders.place(coop, account, shopping.confirmation(account, "a key of cash"));
        payments.collect(coop, Payments.order(order.id()), order.current().totals().total(), STAFF);
        return order;
    }

    private Order captured() {
        var cash = shopping.confirmation(account, "a key of the test");
        var asked =
                new PlaceOrder(
                        cash.key(),
                        cash.cartId(),
                        cash.revision(),
                        PaymentMethod.CARD,
                        cash.wishes());
        var typed =
                new CardChoice.Typed(processor.token(TestProcessor.GOOD), clock.instant(), false);
        var outcome =
                checkout.confirm(
                        coop,
                        account,
                        Optional.empty(),
                        asked,
                        typed,
                        id -> URI.create("http://localhost/orders/" + id));
        var order = ((CardOutcome.Ordered) outcome).order();
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        pickedOrders.record(coop, order.id(), STAFF, Map.of(1, Picked.of(2)));
        watch.untilState(order.id(), "captured");
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).hasSize(1);
        return order;
    }

    private List<String> settled() {
        return processor
                .settlement(coop)
                .lines()
                .skip(1)
                .map(it -> it.split(",")[1] + " " + it.split(",")[2])
                .toList();
    }

    private void takeSettlement() throws IOException {
        take(processor.settlement(coop));
    }

    private void take(String text) throws IOException {
        settlements.take(coop, Files.writeString(folder.resolve("settled.csv"), text), STAFF);
    }
}
