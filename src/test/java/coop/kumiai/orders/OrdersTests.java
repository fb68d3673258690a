package coop.kumiai.orders;

import static coop.kumiai.orders.Shopping.BEER;
import static coop.kumiai.orders.Shopping.CHICKEN;
import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.SOAP;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.Closures;
import coop.kumiai.stores.ShopClosed;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotRefusal;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@KumiaiTest
class OrdersTests {
    private static final UUID STAFF = new UUID(0, 7);

    @Autowired Orders orders;
    @Autowired PickedOrders pickedOrders;
    @Autowired Carts carts;
    @Autowired Deliveries deliveries;
    @Autowired Payments payments;
    @Autowired Closures closures;
    @Autowired TestCoops coops;
    @Autowired TestOrders some;
    @Autowired BusinessClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
    }

    @Test
    @Rule({"N-ORD-5", "N-SLOT-4", "N-FEE-1", "N-PAY-1", "N-REG-6", "N-SLOT-1"})
    @DisplayName("確定した注文は、明細、便、代金とともに購入履歴に残る")
    void aConfirmedCartIsAnOrder() {
        var account = shopping.readyMember();
        carts.add(coop, account, CHICKEN, 1);
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));

        assertThat(orders.own(coop, account, order.id())).isEqualTo(order);
        assertThat(order.slot()).isEqualTo(TOMORROW);
        assertThat(order.current().destination().address()).isEqualTo("東京都渋谷区桜丘町1-2-3 みなとハイツ201");
        assertThat(order.current().lines())
                .extracting(OrderLine::name, OrderLine::quantity, OrderLine::unitPrice)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("新米 2kg", 2, Yen.of(1000)),
                        org.assertj.core.groups.Tuple.tuple("鶏もも肉 約300g", 1, Yen.of(450)));
        assertThat(order.current().totals().total()).isEqualTo(Yen.of(2646 + 220));
        assertThat(payments.get(coop, Payments.order(order.id())).amount()).isEqualTo(Yen.of(2866));
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        assertThat(carts.view(coop, account).isEmpty()).isTrue();
    }

    @Test
    @Rule("N-JOIN-2")
    @DisplayName("未加入の方のご注文は、出資金のお預かりを代金とは別に伝える")
    void anOrderOfSomebodyWhoHasNotJoinedCarriesTheShareCapital() {
        var account = shopping.member(LocalDate.of(1990, 1, 1), Joining.IN_PERSON);
        shopping.choose(account, TOMORROW);
        carts.add(coop, account, RICE, 2);
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        assertThat(order.current().shareCapital()).isEqualTo(Yen.of(500));
        assertThat(order.current().totals().total()).isEqualTo(Yen.of(2160 + 220));
    }

    @Test
    @Rule({"N-ORD-1", "N-ORD-4"})
    void aRefusedConfirmationTellsAllReasonsAndLeavesTheCart() {
        var account = shopping.member();
        shopping.choose(account, TOMORROW);
        carts.add(coop, account, SOAP, 1);
        var wishes = new Wishes(Wishes.Shortage.CANCEL, "", 7, 0, false, "", false);
        var before = carts.view(coop, account);

        assertThat(refusals(account, shopping.confirmation(account, "a first key", wishes)))
                .hasAtLeastOneElementOfType(CartRefusal.BelowLeast.class)
                .hasAtLeastOneElementOfType(WishesRefusal.CutleryOutside.class);
        assertThat(carts.view(coop, account)).isEqualTo(before);
        nothingIsWritten();
    }

    @Test
    @DisplayName("カートの中で価格が変わったら、前と今の価格を示して確かめてもらう")
    void aNewPriceIsConfirmedFirst() {
        var account = shopping.readyMember();
        shopping.price(RICE, 1100);
        assertThat(refusals(account, shopping.confirmation(account, "a first key")))
                .containsExactly(
                        new CartRefusal.PriceHasChanged("新米 2kg", Yen.of(1080), Yen.of(1188)));
        carts.acceptPrices(coop, account, carts.view(coop, account).revision());
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        assertThat(order.current().totals().goodsExTax()).isEqualTo(Yen.of(2200));
    }

    @Test
    void pricesThatChangeAgainMeanwhileAreNotAcceptedUnseen() {
        var account = shopping.readyMember();
        shopping.price(RICE, 1100);
        var seen = carts.view(coop, account).revision();
        shopping.price(RICE, 1200);
        assertThatThrownBy(() -> carts.acceptPrices(coop, account, seen))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("orders/cart-has-changed");
    }

    @Test
    @Rule("N-CAT-1")
    void whatTheStoreNoLongerSellsIsToldByItsName() {
        var account = shopping.readyMember();
        shopping.discontinue(RICE);
        assertThat(refusals(account, shopping.confirmation(account, "a first key")))
                .contains(new CartRefusal.NotSold("新米 2kg"));
        assertThat(carts.view(coop, account).lines()).hasSize(1);
    }

    @Test
    @DisplayName("同じ確認をくり返しても、注文は一つ")
    void theSameConfirmationTwiceIsOneOrder() {
        var account = shopping.readyMember();
        var confirmation = shopping.confirmation(account, "a first key");
        var first = orders.place(coop, account, confirmation);
        assertThat(orders.place(coop, account, confirmation)).isEqualTo(first);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
    }

    @Test
    void aKeyIsNotUsedForSomethingElse() {
        var account = shopping.readyMember();
        orders.place(coop, account, shopping.confirmation(account, "a first key"));
        carts.add(coop, account, RICE, 3);
        assertThat(refusals(account, shopping.confirmation(account, "a first key")))
                .containsExactly(new OrderRefusal.KeyWasUsed());
    }

    @Test
    @DisplayName("二つの画面から同じカートを確定しても、注文は一つ")
    void aSecondWindowFindsTheOrderOfTheFirst() {
        var account = shopping.readyMember();
        var one = shopping.confirmation(account, "key of a window");
        var other = shopping.confirmation(account, "key of another");
        var first = orders.place(coop, account, one);
        assertThat(orders.place(coop, account, other)).isEqualTo(first);
        assertThat(orders.place(coop, account, other)).isEqualTo(first);
        assertThat(shopping.rows("orders.customer_order")).isEqualTo(1);
    }

    @Test
    void nothingIsConfirmedUnseen() {
        var account = shopping.readyMember();
        var seen = shopping.confirmation(account, "a first key");
        carts.add(coop, account, SOAP, 1);
        assertThat(refusals(account, seen)).containsExactly(new CartRefusal.CartHasChanged());
        shopping.choose(account, new SlotId("shibuya", TOMORROW.day(), 3));
        carts.change(coop, account, SOAP, 0);
        assertThat(refusals(account, seen)).containsExactly(new CartRefusal.CartHasChanged());
        nothingIsWritten();
    }

    @Test
    @Rule({"N-SLOT-3", "N-SLOT-4"})
    @DisplayName("確定するときに満員になった便は、その場で伝え、カートは残す")
    void aSlotThatFilledMeanwhileIsRefused() {
        var account = shopping.readyMember();
        var confirmation = shopping.confirmation(account, "a first key");
        shopping.leave(TOMORROW, 0);
        assertThat(refusals(account, confirmation))
                .singleElement()
                .isInstanceOf(SlotRefusal.Full.class);
        assertThat(carts.view(coop, account).pieces()).isEqualTo(2);
        assertThat(shopping.rows("orders.customer_order")).isZero();
    }

    @Test
    @Rule("N-SLOT-5")
    void fromTheCutoffOnNoOrderIsTaken() {
        var account = shopping.readyMember();
        clock.standAt(TestClock.jst("2026-11-21T09:30"));
        carts.clear(coop, account);
        carts.add(coop, account, RICE, 2);
        var confirmation = shopping.confirmation(account, "a first key");
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        assertThat(refusals(account, confirmation))
                .singleElement()
                .isInstanceOf(SlotRefusal.PastCutoff.class);
        clock.standAt(TestClock.jst("2026-11-21T09:59:59"));
        assertThat(orders.place(coop, account, confirmation).slot()).isEqualTo(TOMORROW);
    }

    @Test
    @Rule("N-SLOT-1")
    void withoutASlotThereIsNoOrder() {
        var account = shopping.member();
        carts.add(coop, account, RICE, 2);
        assertThat(refusals(account, shopping.confirmation(account, "a first key")))
                .containsExactly(new DestinationRefusal.NoSlot());
    }

    @Test
    @Rule("N-HOUR-1")
    @DisplayName("お休みの時間は注文を受けず、カートは残し、時間も減らさない")
    void aClosedShopTakesNoOrderAndKeepsTheCart() {
        clock.standAt(TestClock.jst("2026-11-20T02:50"));
        var account = shopping.readyMember();
        var confirmation = shopping.confirmation(account, "a first key");
        clock.standAt(TestClock.jst("2026-11-20T03:00"));
        assertThat(refusals(account, confirmation)).singleElement().isInstanceOf(ShopClosed.class);
        clock.standAt(TestClock.jst("2026-11-20T04:19:59"));
        assertThat(orders.place(coop, account, confirmation)).isNotNull();
    }

    @Test
    @Rule("N-HOUR-1")
    @DisplayName("臨時のお休みは前もって知らせ、途中のカートの時間も減らさない")
    void anExtraRestIsAnnouncedAndDoesNotEatTheTimeOfCartsThatAreThere() {
        var account = shopping.readyMember();
        var confirmation = shopping.confirmation(account, "a first key");
        var staff = some.staff(coop, StaffRole.Kind.MANAGER, "shibuya");
        closures.announce(
                coop,
                staff,
                Optional.of(TestClock.jst("2026-11-20T08:30")),
                Optional.of(TestClock.jst("2026-11-20T10:00")),
                "システムの点検");
        assertThat(carts.view(coop, account).remaining()).isEqualTo(Duration.ofMinutes(60));
        clock.standAt(TestClock.jst("2026-11-20T08:30"));
        assertThat(refusals(account, confirmation))
                .singleElement()
                .isInstanceOf(ShopClosed.Announced.class);
        clock.standAt(TestClock.jst("2026-11-20T10:29:59"));
        assertThat(orders.place(coop, account, confirmation)).isNotNull();
    }

    @Test
    @Rule("N-ALC-1")
    void alcoholIsRefusedToTheYoung() {
        var account = shopping.member(LocalDate.of(2006, 11, 22), Joining.WEB);
        shopping.choose(account, TOMORROW);
        carts.add(coop, account, RICE, 2);
        carts.add(coop, account, BEER, 1);
        assertThat(refusals(account, shopping.confirmation(account, "a first key")))
                .containsExactly(new CartRefusal.TooYoungForAlcohol(20));
        shopping.choose(account, new SlotId("shibuya", LocalDate.of(2026, 11, 22), 2));
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        assertThat(order.current().hasAlcohol()).isTrue();
    }

    @Test
    @Rule("N-CART-1")
    void aCartThatEndedIsNotConfirmed() {
        var account = shopping.readyMember();
        var confirmation = shopping.confirmation(account, "a first key");
        clock.standAt(TestClock.jst("2026-11-20T09:00"));
        assertThat(refusals(account, confirmation))
                .containsExactly(new CartRefusal.CartHasEnded(60));
        clock.standAt(TestClock.jst("2026-11-20T08:59:59"));
        assertThat(orders.place(coop, account, confirmation)).isNotNull();
    }

    @Test
    @DisplayName("途中で止まった確定は、何も残さない")
    void aConfirmationThatIsCutOffLeavesNothing() {
        var account = shopping.readyMember();
        var confirmation = shopping.confirmation(account, "a first key");
        var before = carts.view(coop, account);
        transaction.executeWithoutResult(
                status -> {
                    orders.place(coop, account, confirmation);
                    status.setRollbackOnly();
                });
        nothingIsWritten();
        assertThat(carts.view(coop, account)).isEqualTo(before);
        assertThat(orders.place(coop, account, confirmation)).isNotNull();
    }

    @Test
    @Rule({"N-ORD-6", "N-ORD-8"})
    @DisplayName("締切の前に取り消すと、便の枠が戻り、代金はなくなる")
    void aMemberCancelsBeforeTheCutoff() {
        var account = shopping.readyMember();
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        clock.standAt(TestClock.jst("2026-11-21T09:59:59"));
        var cancelled = orders.cancel(coop, account, order.id());
        assertThat(cancelled.cancelled()).isTrue();
        assertThat(cancelled.current().number()).isEqualTo(2);
        assertThat(orders.versions(coop, account, order.id()))
                .extracting(OrderVersion::kind)
                .containsExactly(OrderVersion.Kind.PLACED, OrderVersion.Kind.CANCELLED);
        assertThat(shopping.taken(TOMORROW)).isZero();
        assertThat(payments.get(coop, Payments.order(order.id())).state())
                .isEqualTo(Payment.State.VOID);
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).isEmpty();
        assertThatThrownBy(() -> orders.cancel(coop, account, order.id()))
                .hasMessageContaining("orders/is-cancelled");
    }

    @Test
    @Rule("N-ORD-8")
    void fromTheCutoffOnTheStoresPhoneIsTold() {
        var account = shopping.readyMember();
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        var refused =
                catchThrowableOfType(Refused.class, () -> orders.cancel(coop, account, order.id()));
        assertThat(refused.refusals().getFirst().sentence()).contains("渋谷店", "電話");
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
    }

    @Test
    @DisplayName("ほかの方のご注文は、見ることも取り消すこともできない")
    void nobodyTouchesAnotherMembersOrder() {
        var account = shopping.readyMember();
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        var other = shopping.member();
        assertThatThrownBy(() -> orders.own(coop, other, order.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> orders.cancel(coop, other, order.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> orders.versions(coop, other, order.id()))
                .isInstanceOf(NotFound.class);
        assertThat(orders.history(coop, other, Optional.empty(), 10).orders()).isEmpty();
        assertThatThrownBy(() -> orders.get(coops.fresh(), order.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @Rule({"N-PICK-1", "N-PICK-3"})
    @DisplayName("品切れは代金から引き、配達手数料は変えず、最低の金額にも数えない")
    void shortagesAreDeductedAndNothingElse() {
        var account = shopping.readyMember();
        carts.add(coop, account, SOAP, 3);
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        var picked =
                pickedOrders.record(
                        coop, order.id(), STAFF, Map.of(1, Picked.of(2), 2, Picked.of(0)));
        assertThat(picked.isPicked()).isTrue();
        assertThat(picked.current().lines()).extracting(OrderLine::quantity).containsExactly(2, 0);
        assertThat(picked.current().totals().deliveryFee()).isEqualTo(Yen.of(220));
        assertThat(picked.current().totals().total()).isEqualTo(Yen.of(1220));
        assertThat(payments.get(coop, Payments.order(order.id())).amount()).isEqualTo(Yen.of(1220));
        assertThat(orders.versions(coop, account, order.id()).getFirst())
                .isEqualTo(order.current());
        assertThatThrownBy(
                        () ->
                                pickedOrders.record(
                                        coop,
                                        order.id(),
                                        STAFF,
                                        Map.of(1, Picked.of(2), 2, Picked.of(0))))
                .hasMessageContaining("orders/is-picked");
    }

    @Test
    void theHistoryComesInPartsTheLatestFirst() {
        var account = shopping.member();
        for (int i = 0; i < 5; i++) {
            clock.standAt(TestClock.START.plusSeconds(i));
            shopping.choose(account, TOMORROW);
            carts.add(coop, account, RICE, 2);
            orders.place(coop, account, shopping.confirmation(account, "key number " + i));
        }
        var first = orders.history(coop, account, Optional.empty(), 3);
        var rest = orders.history(coop, account, first.next(), 3);
        assertThat(first.orders()).hasSize(3);
        assertThat(rest.orders()).hasSize(2);
        assertThat(rest.next()).isEmpty();
        assertThat(List.of(first.orders().getFirst(), rest.orders().getLast()))
                .extracting(Order::placedAt)
                .containsExactly(TestClock.START.plusSeconds(4), TestClock.START);
        assertThat(orders.findByNumber(coop, first.orders().getFirst().number()))
                .contains(first.orders().getFirst());
    }

    @Test
    @Rule({"N-REG-6", "B-CUST-1"})
    void anOrderThatStandsKeepsItsAddress() {
        var account = shopping.readyMember();
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        context.getBean(org.jooq.DSLContext.class)
                .execute(
                        "update members.address set street = '9-9-9' where coop_id = ?",
                        coop.code());
        assertThat(orders.get(coop, order.id()).current().destination().address())
                .contains("1-2-3");
        assertThat(deliveries.choice(coop, account).orElseThrow().destination().address())
                .contains("9-9-9");
    }

    private List<Refusal> refusals(UUID account, PlaceOrder confirmation) {
        return catchThrowableOfType(Refused.class, () -> orders.place(coop, account, confirmation))
                .refusals();
    }

    private void nothingIsWritten() {
        assertThat(shopping.rows("orders.customer_order")).isZero();
        assertThat(shopping.rows("orders.confirmation")).isZero();
        assertThat(shopping.rows("payments.payment")).isZero();
        assertThat(shopping.taken(TOMORROW)).isZero();
    }
}
