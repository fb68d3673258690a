package coop.kumiai.orders;

import static coop.kumiai.orders.Shopping.CHICKEN;
import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.SOAP;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import coop.kumiai.accounts.ClosingAccounts;
import coop.kumiai.amendments.Amendments;
import coop.kumiai.amendments.Wanted;
import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.CouponSamples;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardDifference;
import coop.kumiai.payments.CardSettlements;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.payments.CardWatch;
import coop.kumiai.payments.KeptCards;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.payments.Payments;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestProcessor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Orders by card against the stand-in processor over HTTP, with everything that goes wrong between
 * two computers: each ends in one order and one authorisation, or in none.
 */
@KumiaiTest
class CardCheckoutTests {
    private static final UUID STAFF = new UUID(0, 7);
    private static final String HELD = "orders.customer_order";

    @Autowired CardCheckout checkout;
    @Autowired Orders orders;
    @Autowired PickedOrders pickedOrders;
    @Autowired Carts carts;
    @Autowired Payments payments;
    @Autowired CardSettlements settlements;
    @Autowired TransactionTemplate transaction;
    @Autowired TestCoops coops;
    @Autowired TestProcessor processor;
    @Autowired Amendments amendments;
    @Autowired ClosingAccounts closing;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
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

    @Test
    @Rule({"N-PAY-1", "N-PAY-3", "N-PAY-4"})
    @DisplayName("カードがそのまま承認されたら、注文は確定し、カートは空になる")
    void aCardThatIsGrantedAtOnceMakesAnOrder() {
        var order = ordered(pay(TestProcessor.GOOD));
        assertThat(order.current().payment()).isEqualTo(PaymentMethod.CARD);
        assertThat(carts.view(coop, account).isEmpty()).isTrue();
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        var payment = payments.get(coop, Payments.order(order.id()));
        assertThat(payment.state()).isEqualTo(Payment.State.DUE);
        assertThat(payment.amount()).isEqualTo(order.current().totals().total());
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).containsExactly(order);
    }

    @Test
    @Rule({"N-PAY-4", "X-SLOT-1"})
    @DisplayName("本人認証のあいだ、注文は便の枠を持ったまま待ち、だれにも見えない")
    void anOrderWaitsWhileTheCardCompanyAsks() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).isEmpty();
        assertThat(orders.history(coop, account, Optional.empty(), 9).orders()).isEmpty();
        assertThat(carts.view(coop, account).pieces()).isEqualTo(2);
        processor.prove(challenge.page().toString(), true);
        var order = ordered(back(challenge));
        assertThat(ordered(back(challenge))).isEqualTo(order);
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).containsExactly(order);
        assertThat(carts.view(coop, account).isEmpty()).isTrue();
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("本人認証に失敗したら、カートと便は残り、別のカードか代金引換で払える")
    void aFailedProofLeavesCartAndSlot() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        processor.prove(challenge.page().toString(), false);
        assertThat(back(challenge)).isEqualTo(new CardOutcome.Unpaid(OfCard.NOT_PROVEN));
        cartAndSlotAreFree();
        var order = orders.place(coop, account, shopping.confirmation(account, "by cash now"));
        assertThat(order.current().payment()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(orders.history(coop, account, Optional.empty(), 9).orders())
                .containsExactly(order);
    }

    @ParameterizedTest
    @Rule({"N-PAY-1", "N-PAY-4"})
    @CsvSource({
        TestProcessor.DECLINED + ",DECLINED",
        TestProcessor.OVER_LIMIT + ",OVER_LIMIT",
        TestProcessor.EXPIRED + ",EXPIRED",
        TestProcessor.OTHER_BRAND + ",BRAND_NOT_TAKEN",
        TestProcessor.PROOF_TIMES_OUT + ",NOT_FINISHED"
    })
    @DisplayName("承認されないカードは理由を伝え、なにも請求しない")
    void aCardThatIsRefusedChargesNothing(String number, OfCard why) {
        assertThat(pay(number)).isEqualTo(new CardOutcome.Unpaid(why));
        cartAndSlotAreFree();
        assertThat(ordered(pay(TestProcessor.GOOD))).isNotNull();
    }

    @Test
    @Rule({"N-CART-1", "N-PAY-4"})
    @DisplayName("カードを何枚試しても、カートの時間は延び続けない")
    void cardsThatAreDeclinedDoNotLetACartLiveForEver() {
        var start = clock.instant();
        clock.standAt(start.plus(Duration.ofMinutes(59)));
        pay(TestProcessor.DECLINED);
        var end = carts.view(coop, account).expiresAt().orElseThrow();
        assertThat(end).isAfter(start.plus(Duration.ofMinutes(60)));
        clock.standAt(end.minusSeconds(1));
        pay(TestProcessor.DECLINED);
        assertThat(carts.view(coop, account).expiresAt())
                .contains(start.plus(Duration.ofMinutes(60)).plus(heldFor().multipliedBy(2)));
    }

    private Duration heldFor() {
        return context.getBean(Policies.class).today(coop, CardTerms.class).heldFor();
    }

    @Test
    @Rule("N-PAY-3")
    @DisplayName("カードを入力してから時間が過ぎたら、入力し直してもらう")
    void aCardTypedTooLongAgoIsTypedAgain() {
        var token = processor.token(TestProcessor.GOOD);
        var typed = clock.instant();
        clock.standAt(typed.plus(Duration.ofMinutes(30)));
        var old = new CardChoice.Typed(token, typed, false);
        assertThatThrownBy(() -> pay(old, "a key of the test"))
                .hasMessage("payments/card-typed-too-long-ago");
        clock.standAt(typed.plus(Duration.ofMinutes(30)).minusSeconds(1));
        assertThat(ordered(pay(old, "a key of the test"))).isNotNull();
    }

    @Test
    @DisplayName("二度押しも二つの画面も、注文は一つ、承認も一つ")
    void aDoubleClickIsOneAuthorisation() throws Exception {
        var typed = typed(TestProcessor.GOOD);
        var tries =
                IntStream.range(0, 6)
                        .<Callable<CardOutcome>>mapToObj(
                                at -> () -> pay(typed, "key of window " + at % 2))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = new ArrayList<CardOutcome>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .allMatch(
                            it ->
                                    it instanceof CardOutcome.Ordered
                                            || it instanceof CardOutcome.Waiting);
        }
        assertThat(shopping.rows(HELD)).isEqualTo(1);
        assertThat(watch.calls("/credit/charge")).isEqualTo(1);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("返事が失われても、照会して一つの注文にする")
    void aLostAnswerIsFoundByInquiry() {
        processor.misbehave(coop, "LOSES_ANSWERS", "/credit/charge", 1);
        assertThat(ordered(pay(TestProcessor.GOOD))).isNotNull();
        assertThat(watch.calls("/credit/charge")).isEqualTo(1);
        assertThat(watch.calls("/order/inquiry")).isEqualTo(1);
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("届かなかった依頼は、照会して、なかったことにする")
    void aLostCallChargesNothing() {
        processor.misbehave(coop, "LOSES_CALLS", "/credit/charge", 1);
        assertThat(pay(TestProcessor.GOOD)).isEqualTo(new CardOutcome.Unpaid(OfCard.NO_ANSWER));
        cartAndSlotAreFree();
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("決済会社が止まっているあいだは待ち、戻ったら照会で決める")
    void aProcessorThatIsDownIsAskedLater() {
        processor.misbehave(coop, "LOSES_ANSWERS", "/credit/charge", 1);
        processor.misbehave(coop, "DOWN", "", 2);
        var waiting = (CardOutcome.Waiting) pay(TestProcessor.GOOD);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        clock.standAt(TestClock.START.plus(Duration.ofMinutes(1)));
        var found = checkout.settle(coop, account, Optional.empty(), waiting.orderId());
        assertThat(found).isEqualTo(new CardOutcome.Unpaid(OfCard.NO_ANSWER));
        cartAndSlotAreFree();
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("ずっと止まっていたら、待つ時間のあとに枠を返し、戻ってから承認を取り消す")
    void whatWasGrantedUnheardIsLetGo() {
        processor.misbehave(coop, "LOSES_ANSWERS", "/credit/charge", 1);
        var challenge = typed(TestProcessor.GOOD);
        processor.misbehave(coop, "LOSES_ANSWERS", "", 3);
        var waiting = (CardOutcome.Waiting) pay(challenge, "a key of the test");
        clock.standAt(TestClock.START.plus(Duration.ofMinutes(16)));
        processor.misbehave(coop, "DOWN", "", 1);
        watch.until(() -> checkout.settleDue(), () -> shopping.taken(TOMORROW) == 0);
        assertThat(checkout.find(coop, account, waiting.orderId()))
                .isEqualTo(new CardOutcome.Unpaid(OfCard.NOT_FINISHED));
        watch.untilState(waiting.orderId(), "released");
    }

    @Test
    @Rule({"N-PAY-4", "X-SLOT-1"})
    @DisplayName("閉じられた画面の注文は、時間のあとに手放す")
    void anAbandonedProofIsLetGo() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        clock.standAt(TestClock.START.plus(Duration.ofMinutes(14)));
        checkout.settleDue();
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        clock.standAt(TestClock.START.plus(Duration.ofMinutes(16)));
        watch.until(() -> checkout.settleDue(), () -> shopping.taken(TOMORROW) == 0);
        watch.untilState(challenge.orderId(), "released");
        processor.prove(challenge.page().toString(), true);
        assertThat(back(challenge)).isInstanceOf(CardOutcome.Unpaid.class);
        assertThat(shopping.taken(TOMORROW)).isZero();
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("本人認証のあとで画面が閉じられても、注文は確定する")
    void aBrowserThatNeverCameBackIsNotNeeded() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        processor.prove(challenge.page().toString(), true);
        clock.standAt(TestClock.START.plus(Duration.ofMinutes(2)));
        watch.until(
                () -> checkout.settleDue(), () -> !orders.ordersOfSlot(coop, TOMORROW).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("結果の通知は手がかりだけ。二度でも、うそでも、照会したとおりになる")
    void aNoticeIsOnlyAHint(boolean passed) {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        processor.prove(challenge.page().toString(), passed);
        watch.notice(challenge.orderId());
        watch.notice(challenge.orderId());
        watch.until(
                () -> checkout.settleDue(),
                () ->
                        !(checkout.find(coop, account, challenge.orderId())
                                instanceof CardOutcome.Challenge));
        watch.notice(challenge.orderId());
        checkout.settleDue();
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).hasSize(passed ? 1 : 0);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(passed ? 1 : 0);
    }

    @Test
    @DisplayName("承認したといううそは、あとの照会で見つかり、職員に知らされる")
    void aLieIsFoundOut() {
        processor.misbehave(coop, "LIES", "/credit/charge", 1);
        var order = ordered(pay(TestProcessor.GOOD));
        clock.standAt(TestClock.START.plus(Duration.ofMinutes(16)));
        watch.untilTrouble(order.id(), "not_authorised");
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("本人認証の途中で代金引換を選んだら、カードは手放す")
    void whoeverPaysInCashInsteadIsNotCharged() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        var order = orders.place(coop, account, shopping.confirmation(account, "by cash now"));
        assertThat(order.current().payment()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        assertThat(back(challenge)).isInstanceOf(CardOutcome.Unpaid.class);
        watch.untilState(challenge.orderId(), "released");
        processor.prove(challenge.page().toString(), true);
        assertThat(back(challenge)).isInstanceOf(CardOutcome.Unpaid.class);
    }

    @Test
    @Rule("N-ORD-6")
    @DisplayName("カードのご注文を代金引換に変えると、カードは手放し、変えた金額を玄関先で払う")
    void aChangeToCashLetsTheCardGo() {
        var order = ordered(pay(TestProcessor.GOOD));
        var wanted = new Wanted(Map.of(RICE, 3), TOMORROW, PaymentMethod.CASH_ON_DELIVERY);
        var proposal = amendments.change(coop, account, order.id(), wanted);
        assertThat(proposal.problems()).isEmpty();
        var changed =
                amendments.accept(
                        coop, account, order.id(), proposal.draftId(), proposal.revision());
        assertThat(changed.current().payment()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        watch.untilState(order.id(), "released");
        var payment = payments.get(coop, Payments.order(order.id()));
        assertThat(payment.method()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(payment.amount()).isEqualTo(changed.current().totals().total());
    }

    @Test
    @DisplayName("最後の枠を自分で持っていても、代金引換に替えられる")
    void theLastPlaceIsOnesOwn() {
        shopping.leave(TOMORROW, 1);
        challenge(pay(TestProcessor.CHALLENGED));
        var confirmation = shopping.confirmation(account, "by cash now");
        assertThat(orders.place(coop, account, confirmation).slot()).isEqualTo(TOMORROW);
    }

    @Test
    @Rule({"N-PAY-4", "N-CPN-1"})
    @DisplayName("カードを待つあいだ、クーポンは取っておかれ、だめなら戻り、承認されれば使われる")
    void aHeldOrderHoldsItsCoupon() {
        var desk = context.getBean(CouponDesk.class);
        var coupon = CouponSamples.amount(300).uses(1).in(coop, desk);
        shopping.claim(account, coupon);
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        assertThat(desk.get(coop, coupon).uses()).isEqualTo(1);
        assertThat(carts.view(coop, account).totals().discounted()).isEqualTo(Yen.of(300));
        processor.prove(challenge.page().toString(), false);
        assertThat(back(challenge)).isEqualTo(new CardOutcome.Unpaid(OfCard.NOT_PROVEN));
        assertThat(desk.get(coop, coupon).uses()).isZero();
        assertThat(carts.view(coop, account).totals().discounted()).isEqualTo(Yen.of(300));
        challenge = challenge(pay(TestProcessor.CHALLENGED));
        var order = orders.place(coop, account, shopping.confirmation(account, "by cash instead"));
        assertThat(order.current().totals().total()).isEqualTo(Yen.of(2160 + 220 - 300));
        assertThat(desk.get(coop, coupon).uses()).isEqualTo(1);
    }

    @Test
    @DisplayName("待つあいだにカートに入れた品は、カートに残る")
    void whatIsPutIntoTheCartMeanwhileStays() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        carts.add(coop, account, RICE, 1);
        carts.add(coop, account, SOAP, 2);
        processor.prove(challenge.page().toString(), true);
        var order = ordered(back(challenge));
        var cart = carts.view(coop, account);
        assertThat(cart.quantityOf(RICE)).isEqualTo(1);
        assertThat(cart.quantityOf(SOAP)).isEqualTo(2);
        assertThat(order.current().lines()).hasSize(1);
        carts.add(coop, account, RICE, 1);
        assertThat(ordered(pay(TestProcessor.GOOD)).id()).isNotEqualTo(order.id());
    }

    @Test
    @Rule({"N-PAY-6", "N-PICK-1", "X-PICK-2"})
    @DisplayName("品ぞろえのあと、決まった金額を一度だけ請求する")
    void theFinalAmountIsCapturedOnce() {
        carts.add(coop, account, SOAP, 3);
        var order = ordered(pay(TestProcessor.GOOD));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        var picked =
                pickedOrders.record(
                        coop, order.id(), STAFF, Map.of(1, Picked.of(2), 2, Picked.of(0)));
        processor.misbehave(coop, "LOSES_ANSWERS", "/order/capture", 1);
        watch.untilState(order.id(), "captured");
        assertThat(watch.calls("/order/capture")).isEqualTo(1);
        assertThat(captured()).containsExactly(picked.current().totals().total().amount());
        assertThat(payments.get(coop, Payments.order(order.id())).state())
                .isEqualTo(Payment.State.COLLECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIES", "DOWN", "LOSES_CALLS", "LOSES_ANSWERS"})
    @Rule("N-PAY-6")
    @DisplayName("請求のときになにが起きても、照会して一度だけ請求する")
    void aCaptureSurvivesTheProcessor(String kind) {
        var order = ordered(pay(TestProcessor.GOOD));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        pickedOrders.record(coop, order.id(), STAFF, Map.of(1, Picked.of(2)));
        processor.misbehave(coop, kind, "/order/capture", 2);
        watch.untilState(order.id(), "captured");
        assertThat(captured()).containsExactly(order.current().totals().total().amount());
    }

    @Test
    @Rule({"N-ORD-6", "N-PAY-4"})
    @DisplayName("締切の前に取り消したら、承認も取り消す")
    void aCancelledOrderLetsTheCardGo() {
        var order = ordered(pay(TestProcessor.GOOD));
        orders.cancel(coop, account, order.id());
        watch.untilState(order.id(), "released");
        assertThat(watch.calls("/order/cancel")).isEqualTo(1);
        assertThat(captured()).isEmpty();
    }

    @Test
    @Rule({"X-PICK-2", "N-PICK-4"})
    @DisplayName("グラム売りのために、多めに承認を受ける")
    void aCeilingIsAuthorised() {
        carts.add(coop, account, CHICKEN, 2);
        var order = ordered(pay(TestProcessor.GOOD));
        var totals = order.current().totals();
        var chicken = totals.inTaxOf(order.current().lines().get(1));
        assertThat(watch.authorised(order.id()))
                .isEqualTo(totals.total().plus(chicken.portionRoundedDown(20, 100)));
    }

    @Test
    @Rule({"N-PAY-6", "N-ORD-6"})
    @DisplayName("承認より増えた金額は、確定のあとで承認を受け直す")
    void moreThanTheCeilingIsAskedForAgain() {
        var order = ordered(pay(TestProcessor.GOOD));
        var more = order.current().totals().total().plus(Yen.of(5000));
        owe(order, more);
        watch.until(watch::look, () -> watch.authorised(order.id()).equals(more));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        pickedOrders.record(coop, order.id(), STAFF, Map.of(1, Picked.of(2)));
        watch.untilState(order.id(), "captured");
        assertThat(captured()).containsExactly(order.current().totals().total().amount());
    }

    @Test
    @Rule("N-PAY-6")
    @DisplayName("増えた金額が承認されなければ、前の承認のまま、職員に知らせる")
    void aRefusedRaiseIsToldToStaff() {
        var order = ordered(pay(TestProcessor.NEVER_RAISED));
        owe(order, order.current().totals().total().plus(Yen.of(5000)));
        watch.untilTrouble(order.id(), "not_raised");
        assertThat(watch.authorised(order.id())).isEqualTo(order.current().totals().total());
        assertThat(settlements.toSettle(coop))
                .singleElement()
                .satisfies(it -> assertThat(it.orderId()).contains(order.id()));
        transaction.executeWithoutResult(
                status -> payments.switchToCash(coop, Payments.order(order.id())));
        watch.untilState(order.id(), "released");
        assertThat(payments.get(coop, Payments.order(order.id())).method())
                .isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(settlements.toSettle(coop)).isEmpty();
    }

    @Test
    @Rule("N-PAY-6")
    @DisplayName("精算データと違うところだけが並ぶ")
    void theSettlementIsHeldAgainstOurs(@TempDir Path folder) throws IOException {
        var order = ordered(pay(TestProcessor.GOOD));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        pickedOrders.record(coop, order.id(), STAFF, Map.of(1, Picked.of(2)));
        watch.untilState(order.id(), "captured");
        var file = folder.resolve("settlement.csv");
        Files.writeString(file, processor.settlement(coop));
        assertThat(settlements.take(coop, file, STAFF)).isEqualTo(1);
        assertThat(settlements.differences(coop)).isEmpty();
        var total = order.current().totals().total();
        Files.writeString(
                file,
                processor.settlement(coop).replace("," + total.amount() + ",", ",1,")
                        + "unknown,SALES,500,VISA,2026-11-22T00:00:00Z\n");
        settlements.take(coop, file, STAFF);
        assertThat(settlements.differences(coop))
                .extracting(CardDifference::orderId, CardDifference::ours, CardDifference::theirs)
                .containsExactlyInAnyOrder(
                        tuple(Optional.of(order.id()), Optional.of(total), Optional.of(Yen.of(1))),
                        tuple(Optional.empty(), Optional.empty(), Optional.of(Yen.of(500))));
        Files.writeString(file, "order_id,status,amount,brand,settled_at\nx,SALES,many,VISA,-\n");
        assertThatThrownBy(() -> settlements.take(coop, file, STAFF))
                .isInstanceOf(ImportRefused.class);
    }

    @Test
    @Rule("N-PAY-6")
    @DisplayName("済んでいた請求が断られても、照会して請求済みとする")
    void aCaptureThatWasDoneLateIsNoTrouble() {
        var order = ordered(pay(TestProcessor.GOOD));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        pickedOrders.record(coop, order.id(), STAFF, Map.of(1, Picked.of(2)));
        processor.misbehave(coop, "REFUSES_WHAT_IT_DOES", "/order/capture", 1);
        watch.untilState(order.id(), "captured");
        assertThat(settlements.toSettle(coop)).isEmpty();
        assertThat(captured()).containsExactly(order.current().totals().total().amount());
    }

    @Test
    @Rule("N-PAY-6")
    @DisplayName("増額が断られたまま品ぞろえが済んだら、承認済みの金額を請求し、差額を職員に知らせる")
    void whatIsAuthorisedIsTakenWhenMoreIsRefused() {
        var order = ordered(pay(TestProcessor.NEVER_RAISED));
        var authorised = order.current().totals().total();
        transaction.executeWithoutResult(
                status ->
                        payments.finish(
                                coop, Payments.order(order.id()), authorised.plus(Yen.of(5000))));
        watch.untilTrouble(order.id(), "not_raised");
        assertThat(captured()).containsExactly(authorised.amount());
        assertThat(settlements.toSettle(coop)).hasSize(1);
        settlements.lookAgain(coop);
        watch.look();
        assertThat(settlements.toSettle(coop)).hasSize(1);
        assertThat(captured()).containsExactly(authorised.amount());
    }

    @Test
    @DisplayName("増額が断られても、金額が戻れば、職員に知らせることはない")
    void aTroubleIsOverWhenTheAmountGoesDownAgain() {
        var order = ordered(pay(TestProcessor.NEVER_RAISED));
        var total = order.current().totals().total();
        owe(order, total.plus(Yen.of(5000)));
        watch.untilTrouble(order.id(), "not_raised");
        owe(order, total);
        assertThat(settlements.toSettle(coop)).isEmpty();
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("承認の取り消しが断られても、すぐにはあきらめない")
    void aRefusedCancellationIsTriedAgain() {
        var order = ordered(pay(TestProcessor.GOOD));
        orders.cancel(coop, account, order.id());
        processor.misbehave(coop, "REFUSES", "/order/cancel", 3);
        watch.untilState(order.id(), "released");
        assertThat(watch.calls("/order/cancel")).isEqualTo(4);
        assertThat(watch.keys("/order/cancel")).isEqualTo(4);
        assertThat(settlements.toSettle(coop)).isEmpty();
    }

    @Test
    @Rule("N-PAY-4")
    @DisplayName("本人認証の途中で別のカードにしたら、前のカードは手放し、注文は一つ")
    void anotherCardTakesThePlaceOfTheFirst() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        var order = ordered(pay(TestProcessor.GOOD));
        assertThat(order.id()).isNotEqualTo(challenge.orderId());
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        processor.prove(challenge.page().toString(), true);
        assertThat(back(challenge)).isInstanceOf(CardOutcome.Unpaid.class);
        watch.untilState(challenge.orderId(), "released");
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).containsExactly(order);
    }

    @Test
    @DisplayName("カートを入れ直しても、待っている注文と二重にはならない")
    void anotherCartPutsTheHeldOrderOff() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        carts.clear(coop, account);
        carts.add(coop, account, RICE, 2);
        var order = orders.place(coop, account, shopping.confirmation(account, "another cart"));
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        assertThat(back(challenge)).isInstanceOf(CardOutcome.Unpaid.class);
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).containsExactly(order);
    }

    @Test
    @DisplayName("待っていた注文が承認されたばかりなら、別のカートの注文はそう伝えて止める")
    void whatWasGrantedJustNowIsToldFirst() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        carts.clear(coop, account);
        carts.add(coop, account, RICE, 2);
        processor.prove(challenge.page().toString(), true);
        var confirmation = shopping.confirmation(account, "another cart");
        assertThatThrownBy(() -> orders.place(coop, account, confirmation))
                .hasMessage("orders/another-was-placed");
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).hasSize(1);
        assertThat(ordered(back(challenge))).isNotNull();
    }

    @Test
    @DisplayName("カートの品をほかの注文に足すと、その品の待っている注文は手放す")
    void addingTheCartToAnotherOrderPutsTheHeldOneOff() {
        var first = ordered(pay(TestProcessor.GOOD));
        carts.add(coop, account, RICE, 2);
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        var proposal = amendments.addCart(coop, account, first.id());
        assertThat(checkout.find(coop, account, challenge.orderId()))
                .isInstanceOf(CardOutcome.Unpaid.class);
        var again = challenge(pay(TestProcessor.CHALLENGED));
        amendments.accept(coop, account, first.id(), proposal.draftId(), proposal.revision());
        assertThat(checkout.find(coop, account, again.orderId()))
                .isInstanceOf(CardOutcome.Unpaid.class);
        assertThat(carts.view(coop, account).isEmpty()).isTrue();
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
    }

    @Test
    @DisplayName("書きすぎの備考では、待っている注文は手放さない")
    void aRefusalOfSomethingElseLeavesTheHeldOrder() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        var cash = shopping.confirmation(account, "by cash now");
        var wishes = cash.wishes();
        var wordy =
                new PlaceOrder(
                        cash.key(),
                        cash.cartId(),
                        cash.revision(),
                        cash.payment(),
                        new Wishes(wishes.shortage(), "あ".repeat(9999), 0, 0, false, "", false));
        assertThatThrownBy(() -> orders.place(coop, account, wordy)).isInstanceOf(Refused.class);
        assertThat(checkout.find(coop, account, challenge.orderId()))
                .isInstanceOf(CardOutcome.Challenge.class);
    }

    @Test
    @DisplayName("同じしるしで、はじめの注文がどうなったかがわかる。手放したあとは使い直せる")
    void aKeyTellsWhatBecameOfIt() {
        assertThat(checkout.ofKey(coop, account, "key of the letter")).isEmpty();
        assertThat(pay(typed(TestProcessor.DECLINED), "key of the letter"))
                .isInstanceOf(CardOutcome.Unpaid.class);
        assertThat(checkout.ofKey(coop, account, "key of the letter"))
                .contains(new CardOutcome.Unpaid(OfCard.DECLINED));
        var order = ordered(pay(typed(TestProcessor.GOOD), "key of the letter"));
        assertThat(checkout.ofKey(coop, account, "key of the letter"))
                .contains(new CardOutcome.Ordered(order));
    }

    @Test
    @Rule({"N-PAY-4", "N-SLOT-5"})
    @DisplayName("待つのは、便の締切まで")
    void nothingIsHeldBeyondTheCutoff() {
        var slot = carts.view(coop, account).delivery().orElseThrow().slot().orElseThrow();
        clock.standAt(slot.cutoffAt().minus(Duration.ofMinutes(5)));
        carts.clear(coop, account);
        carts.add(coop, account, RICE, 2);
        challenge(pay(TestProcessor.CHALLENGED));
        clock.standAt(slot.cutoffAt());
        watch.until(() -> checkout.settleDue(), () -> shopping.taken(TOMORROW) == 0);
    }

    @Test
    @Rule("N-REG-7")
    @DisplayName("カードのお返事を待つ注文があるうちは、退会できない")
    void aHeldOrderKeepsTheAccountOpen() {
        challenge(pay(TestProcessor.CHALLENGED));
        assertThatThrownBy(() -> closing.close(coop, account)).isInstanceOf(Refused.class);
    }

    @Test
    @Rule({"N-ORD-6", "N-PAY-4", "X-PICK-2"})
    @DisplayName("注文変更で増える金額は、カードの承認を受けてから確定する")
    void aChangeForMoreIsGrantedFirst() {
        var order = ordered(pay(TestProcessor.GOOD));
        var changed = accept(order, more());
        var total = changed.current().totals().total();
        assertThat(total).isGreaterThan(order.current().totals().total());
        assertThat(watch.authorised(order.id())).isEqualTo(total);
        watch.look();
        assertThat(watch.calls("/order/update")).isEqualTo(1);
        clock.forward(Duration.ofMinutes(2));
        watch.look();
        assertThat(watch.authorised(order.id())).isEqualTo(total);
        assertThat(settlements.toSettle(coop)).isEmpty();
    }

    @Test
    @Rule({"N-ORD-6", "N-PAY-4"})
    @DisplayName("承認されない増額の変更は、使える金額を伝えて断り、注文はもとのまま。減らす変更はできる")
    void aChangeThatTheCardDoesNotGrantIsRefused() {
        carts.add(coop, account, SOAP, 3);
        var order = ordered(pay(TestProcessor.NEVER_RAISED));
        var total = order.current().totals().total();
        assertThatThrownBy(() -> accept(order, Map.of(RICE, 4, SOAP, 3)))
                .hasMessage("payments/card-not-raised")
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals().getFirst().sentence())
                                        .contains(total.toString()));
        assertThat(orders.get(coop, order.id()).current()).isEqualTo(order.current());
        assertThat(payments.get(coop, Payments.order(order.id())).amount()).isEqualTo(total);
        assertThat(watch.authorised(order.id())).isEqualTo(total);
        var less = accept(order, Map.of(RICE, 2, SOAP, 1));
        assertThat(less.current().totals().total()).isLessThan(total);
        assertThat(settlements.toSettle(coop)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LOSES_ANSWERS,true", "REFUSES_WHAT_IT_DOES,true", "LIES,true", "DOWN,false"})
    @Rule({"N-ORD-6", "N-PAY-4"})
    @DisplayName("増額の返事が失われたら照会し、わからなければ変更は成立しない")
    void whatBecameOfTheRaiseIsFoundByInquiry(String kind, boolean isGranted) {
        var order = ordered(pay(TestProcessor.GOOD));
        processor.misbehave(coop, kind, isGranted ? "/order/update" : "", isGranted ? 1 : 9);
        if (isGranted) {
            var total = accept(order, more()).current().totals().total();
            assertThat(watch.authorised(order.id())).isEqualTo(total);
        } else {
            assertThatThrownBy(() -> accept(order, more())).hasMessage("payments/card-is-silent");
            assertThat(orders.get(coop, order.id()).current()).isEqualTo(order.current());
        }
    }

    private static Map<Jan, Integer> more() {
        return Map.of(RICE, 4);
    }

    private Order accept(Order order, Map<Jan, Integer> goods) {
        var wanted = new Wanted(goods, TOMORROW, PaymentMethod.CARD);
        var proposal = amendments.change(coop, account, order.id(), wanted);
        assertThat(proposal.problems()).isEmpty();
        return amendments.accept(
                coop, account, order.id(), proposal.draftId(), proposal.revision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "LOSES_CALLS"})
    @Rule("N-PAY-6")
    @DisplayName("返事のない請求は、すぐには繰り返さず、あとで同じしるしのまま繰り返す")
    void aCallWithoutAnAnswerIsRepeatedLaterUnderItsKey(String kind) {
        var order = ordered(pay(TestProcessor.GOOD));
        processor.misbehave(coop, kind, "/order/capture", 2);
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        pickedOrders.record(coop, order.id(), STAFF, Map.of(1, Picked.of(2)));
        watch.look();
        watch.look();
        assertThat(watch.calls("/order/capture")).isEqualTo(1);
        watch.untilState(order.id(), "captured");
        assertThat(watch.calls("/order/capture")).isEqualTo(3);
        assertThat(watch.keys("/order/capture")).isEqualTo(1);
    }

    @Test
    @DisplayName("あとから見たものがあれば、先のものは決済会社になにも頼まない")
    void aLookThatWasOvertakenChangesNothing() {
        var order = ordered(pay(TestProcessor.GOOD));
        processor.misbehave(coop, "DOWN", "", 99);
        orders.cancel(coop, account, order.id());
        watch.look();
        clock.forward(Duration.ofHours(1));
        watch.look();
        clock.forward(Duration.ofHours(1));
        assertThat(watch.mayGoOnWhenOvertaken()).isFalse();
    }

    @Test
    @DisplayName("決済会社が黙っていたら、残りはあとにする")
    void aSilentProcessorEndsARun() {
        var placed = new ArrayList<Order>();
        for (int at = 0; at < 6; at++) {
            account = shopping.readyMember();
            placed.add(ordered(pay(TestProcessor.GOOD)));
        }
        processor.misbehave(coop, "DOWN", "", 99);
        transaction.executeWithoutResult(
                status -> placed.forEach(it -> payments.cancel(coop, Payments.order(it.id()))));
        watch.look();
        assertThat(watch.calls("/order/inquiry")).isBetween(2, 4);
    }

    @Test
    @Rule({"N-PAY-4", "N-ORD-8"})
    @DisplayName("待つ時間のあとに承認されたカードは、注文にせず手放す")
    void whatIsGrantedTooLateIsLetGo() {
        var challenge = challenge(pay(TestProcessor.CHALLENGED));
        processor.prove(challenge.page().toString(), true);
        clock.standAt(TestClock.START.plus(Duration.ofMinutes(16)));
        assertThat(back(challenge)).isEqualTo(new CardOutcome.Unpaid(OfCard.NOT_FINISHED));
        assertThat(shopping.taken(TOMORROW)).isZero();
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).isEmpty();
        watch.untilState(challenge.orderId(), "released");
        assertThat(watch.calls("/order/cancel")).isEqualTo(1);
    }

    @Test
    @Rule("N-PAY-3")
    @DisplayName("消したカードは、また登録できる。決済会社が断ったら、消すのはあとでもう一度頼む")
    void aRemovedCardIsForgottenAndCanBeKeptAgain() {
        var kept = context.getBean(KeptCards.class);
        var member = shopping.memberId(account);
        keep();
        kept.remove(coop, member, kept.of(coop, member).getFirst().cardId());
        processor.misbehave(coop, "REFUSES", "/credit/deleteCard", 1);
        watch.look();
        watch.look();
        assertThat(watch.calls("/credit/deleteCard")).isEqualTo(1);
        clock.forward(Duration.ofHours(1));
        watch.until(watch::look, () -> watch.calls("/credit/deleteCard") == 2);
        carts.add(coop, account, RICE, 2);
        keep();
        assertThat(kept.of(coop, member)).hasSize(1);
    }

    private void keep() {
        var card = new CardChoice.Typed(processor.token(TestProcessor.GOOD), clock.instant(), true);
        ordered(pay(card, "key " + UUID.randomUUID()));
        var kept = context.getBean(KeptCards.class);
        watch.until(watch::look, () -> !kept.of(coop, shopping.memberId(account)).isEmpty());
    }

    @Test
    @Rule({"N-PAY-6", "N-ALC-1"})
    @DisplayName("請求が済むのと同時に金額が下がっても、互いに待ち続けない")
    void aLowerAmountAndTheEndOfACaptureDoNotLockEachOther() throws Exception {
        var order = ordered(pay(TestProcessor.GOOD));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        pickedOrders.record(coop, order.id(), STAFF, Map.of(1, Picked.of(2)));
        var less = order.current().totals().total().minus(Yen.of(100));
        var ref = Payments.order(order.id());
        var sql = context.getBean(DSLContext.class);
        try (var thread = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(
                    status -> {
                        sql.execute(
                                "select 1 from payments.payment where payable_ref = ? for update",
                                ref);
                        thread.submit(watch::look);
                        await().until(
                                        () ->
                                                !sql.fetch(
                                                                "select 1 from pg_locks where not"
                                                                        + " granted")
                                                        .isEmpty());
                        payments.lessen(coop, ref, less);
                    });
        }
        watch.until(watch::look, () -> captured().equals(List.of(less.amount())));
        watch.untilState(order.id(), "captured");
    }

    private void owe(Order order, Yen amount) {
        transaction.executeWithoutResult(
                status -> payments.change(coop, Payments.order(order.id()), amount));
    }

    private void cartAndSlotAreFree() {
        assertThat(shopping.taken(TOMORROW)).isZero();
        var cart = carts.view(coop, account);
        assertThat(cart.pieces()).isEqualTo(2);
        assertThat(cart.problems()).isEmpty();
        assertThat(shopping.rows("payments.payment")).isZero();
        assertThat(orders.history(coop, account, Optional.empty(), 9).orders()).isEmpty();
    }

    private List<Long> captured() {
        return processor
                .settlement(coop)
                .lines()
                .skip(1)
                .map(it -> Long.valueOf(it.split(",")[2]))
                .toList();
    }

    private CardChoice.Typed typed(String number) {
        return new CardChoice.Typed(processor.token(number), clock.instant(), false);
    }

    private CardOutcome pay(String number) {
        return pay(typed(number), "key " + UUID.randomUUID());
    }

    private CardOutcome pay(CardChoice card, String key) {
        var cash = shopping.confirmation(account, key);
        var asked =
                new PlaceOrder(
                        key, cash.cartId(), cash.revision(), PaymentMethod.CARD, cash.wishes());
        return checkout.confirm(
                coop,
                account,
                Optional.empty(),
                asked,
                card,
                id -> URI.create("http://localhost/" + coop + "/orders/" + id + "/paid"));
    }

    private CardOutcome back(CardOutcome.Challenge challenge) {
        return checkout.settle(coop, account, Optional.empty(), challenge.orderId());
    }

    private static Order ordered(CardOutcome outcome) {
        assertThat(outcome).isInstanceOf(CardOutcome.Ordered.class);
        return ((CardOutcome.Ordered) outcome).order();
    }

    private static CardOutcome.Challenge challenge(CardOutcome outcome) {
        assertThat(outcome).isInstanceOf(CardOutcome.Challenge.class);
        return (CardOutcome.Challenge) outcome;
    }
}
