package coop.kumiai.orders;

import static coop.kumiai.orders.Shopping.CHICKEN;
import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.SOAP;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@KumiaiTest
class CartsTests {
    @Autowired Carts carts;
    @Autowired Deliveries deliveries;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    UUID account;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        account = shopping.member();
    }

    @Test
    @Rule("N-ORD-2")
    void goodsArePutInChangedAndTakenOut() {
        assertThat(carts.add(coop, account, RICE, 2).quantityOf(RICE)).isEqualTo(2);
        assertThat(carts.add(coop, account, RICE, 4).quantityOf(RICE)).isEqualTo(6);
        assertThatThrownBy(() -> carts.add(coop, account, RICE, 1))
                .hasMessage("orders/too-many-of-one");
        assertThatThrownBy(() -> carts.add(coop, account, RICE, Integer.MAX_VALUE))
                .hasMessage("orders/too-many-of-one");
        assertThatThrownBy(() -> carts.change(coop, account, RICE, -1))
                .hasMessage("orders/not-a-quantity");
        assertThat(carts.change(coop, account, RICE, 1).quantityOf(RICE)).isEqualTo(1);
        assertThat(carts.change(coop, account, RICE, 0).isEmpty()).isTrue();
    }

    @Test
    void whatDoesNotExistOrIsNotSoldIsNotPutIn() {
        assertThatThrownBy(() -> carts.add(coop, account, new Jan("2002000001009"), 1))
                .isInstanceOf(NotFound.class);
        shopping.discontinue(RICE);
        assertThatThrownBy(() -> carts.add(coop, account, RICE, 1)).hasMessage("orders/not-sold");
        assertThatThrownBy(() -> carts.view(coop, UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    @Rule("N-PICK-4")
    @DisplayName("グラム売りの商品は目安の重さで計算し、目安と伝える")
    void goodsByWeightCountTheirExpectedWeight() {
        var cart = carts.add(coop, account, CHICKEN, 2);
        assertThat(cart.isEstimate()).isTrue();
        assertThat(cart.lines().getFirst().price().orElseThrow().unitPrice())
                .isEqualTo(Yen.of(450));
        assertThat(cart.totals().goodsExTax()).isEqualTo(Yen.of(900));
    }

    @Test
    @Rule({"N-CART-1", "N-HOUR-1"})
    @DisplayName("カートは最初の商品から60分。過ぎると空になり、わけを伝える")
    void aCartEndsAnHourAfterItsFirstProduct() {
        carts.add(coop, account, RICE, 1);
        clock.standAt(TestClock.jst("2026-11-20T08:59"));
        var late = carts.add(coop, account, SOAP, 1);
        assertThat(late.remaining()).isEqualTo(Duration.ofMinutes(1));
        assertThat(late.expiresAt()).contains(TestClock.jst("2026-11-20T09:00"));

        clock.standAt(TestClock.jst("2026-11-20T09:00"));
        var ended = carts.view(coop, account);
        assertThat(ended.isEmpty()).isTrue();
        assertThat(ended.ended()).contains(new Cart.Ended(Duration.ofMinutes(60), 0));
        assertThat(ended.problems()).contains(new CartRefusal.CartHasEnded(60));

        var next = carts.add(coop, account, SOAP, 2);
        assertThat(next.ended()).isEmpty();
        assertThat(next.pieces()).isEqualTo(2);
        assertThat(next.expiresAt()).contains(TestClock.jst("2026-11-20T10:00"));
    }

    @Test
    @Rule("N-CART-1")
    void whoHasReadWhyIsNotToldAgain() {
        carts.add(coop, account, RICE, 1);
        clock.standAt(TestClock.jst("2026-11-20T09:00"));
        assertThat(carts.restore(coop, account).isEmpty()).isTrue();
        assertThat(carts.forget(coop, account).ended()).isEmpty();
    }

    @Test
    @Rule("X-CART-1")
    @DisplayName("一覧を覚える生協では、時間が過ぎても一押しで戻せる")
    void aKeptListComesBackAtThePricesOfNow() {
        keepLists();
        carts.add(coop, account, RICE, 2);
        clock.standAt(TestClock.jst("2026-11-20T09:00"));
        shopping.price(RICE, 1100);
        assertThat(carts.view(coop, account).ended().orElseThrow().kept()).isEqualTo(1);

        var restored = carts.restore(coop, account);
        assertThat(restored.quantityOf(RICE)).isEqualTo(2);
        assertThat(restored.lines().getFirst().hasNewPrice()).isFalse();
        assertThat(restored.totals().goodsExTax()).isEqualTo(Yen.of(2200));
        assertThat(restored.expiresAt()).contains(TestClock.jst("2026-11-20T10:00"));
        assertThat(restored.ended()).isEmpty();
    }

    @Test
    @Rule("X-CART-1")
    void aKeptListWaitsWhileANewCartIsFilled() {
        keepLists();
        carts.add(coop, account, RICE, 2);
        clock.standAt(TestClock.jst("2026-11-20T09:00"));
        var next = carts.add(coop, account, SOAP, 1);
        assertThat(next.pieces()).isEqualTo(1);
        assertThat(next.ended().orElseThrow().kept()).isEqualTo(1);
        assertThat(carts.restore(coop, account).pieces()).isEqualTo(3);
    }

    @Test
    @Rule("X-CART-1")
    void whoDoesWithoutTheKeptListKeepsTheNewCart() {
        keepLists();
        carts.add(coop, account, RICE, 2);
        clock.standAt(TestClock.jst("2026-11-20T09:00"));
        carts.add(coop, account, SOAP, 1);
        var cart = carts.forget(coop, account);
        assertThat(cart.quantityOf(SOAP)).isEqualTo(1);
        assertThat(cart.ended()).isEmpty();
    }

    @Test
    @Rule({"N-AREA-1", "N-AREA-2"})
    @DisplayName("はじめに登録したお届け先が選ばれていて、お届け先が店を決める")
    void theFirstAddressIsTheDefaultAndDecidesTheStore() {
        var choice = deliveries.choice(coop, account).orElseThrow();
        assertThat(choice.addressId()).isEqualTo(shopping.address(account));
        assertThat(choice.store().id()).isEqualTo("shibuya");
        assertThat(choice.slot()).isEmpty();
        assertThat(deliveries.place(coop, Optional.empty()).store().viewing()).isTrue();
    }

    @Test
    @Rule({"N-SLOT-3", "N-SLOT-6", "N-AREA-2"})
    void onlyASlotThatIsOfferedCanBeChosen() {
        var address = shopping.address(account);
        assertThatThrownBy(
                        () ->
                                deliveries.choose(
                                        coop,
                                        account,
                                        address,
                                        new SlotId("shibuya", LocalDate.of(2026, 11, 23), 1)))
                .hasMessage("stores/slot-not-offered");
        assertThatThrownBy(
                        () ->
                                deliveries.choose(
                                        coop,
                                        account,
                                        address,
                                        new SlotId("meguro", TOMORROW.day(), 1)))
                .hasMessage("stores/slot-not-offered");
        shopping.leave(TOMORROW, 0);
        assertThatThrownBy(() -> deliveries.choose(coop, account, address, TOMORROW))
                .hasMessage("stores/slot-full");
        var other = shopping.member();
        assertThatThrownBy(() -> deliveries.choose(coop, other, address, TOMORROW))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @Rule("N-SLOT-4")
    void aChosenSlotIsNoPromise() {
        shopping.choose(account, TOMORROW);
        assertThat(shopping.taken(TOMORROW)).isZero();
        shopping.leave(TOMORROW, 0);
        carts.add(coop, account, RICE, 2);
        assertThat(carts.view(coop, account).problems())
                .extracting(refusal -> refusal.code())
                .containsExactly("stores/slot-full");
    }

    @Test
    @Rule("N-AREA-1")
    void anAddressOutsideTheAreasIsToldByItsName() {
        context.getBean(org.jooq.DSLContext.class)
                .execute(
                        "delete from stores.delivery_area where coop_id = ? and postal_code ="
                                + " '1500031'",
                        coop.code());
        assertThat(deliveries.choice(coop, account)).isEmpty();
        assertThat(carts.view(coop, account).problems())
                .hasAtLeastOneElementOfType(DestinationRefusal.OutsideArea.class);
        assertThatThrownBy(() -> deliveries.chooseAddress(coop, account, shopping.address(account)))
                .isInstanceOf(Refused.class)
                .hasMessage("orders/outside-area");
    }

    @Test
    void yesterdaysChoiceIsNoChoice() {
        shopping.choose(account, TOMORROW);
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        assertThat(deliveries.choice(coop, account).orElseThrow().slot()).isPresent();
        clock.standAt(TestClock.jst("2026-11-22T00:00"));
        assertThat(deliveries.choice(coop, account).orElseThrow().slot()).isEmpty();
    }

    @Test
    void cartsThatEndedLongAgoAreSwept() {
        carts.add(coop, account, RICE, 1);
        var store = context.getBean(CartStore.class);
        store.deleteEndedBefore(TestClock.jst("2026-11-20T09:00"));
        assertThat(shopping.rows("orders.cart")).isEqualTo(1);
        store.deleteEndedBefore(TestClock.jst("2026-11-20T09:00:01"));
        assertThat(shopping.rows("orders.cart")).isZero();
        assertThat(shopping.rows("orders.cart_line")).isZero();
    }

    private void keepLists() {
        coops.decide(
                coop,
                new CartTerms(Duration.ofMinutes(60), CartTerms.AtExpiry.KEEP),
                "",
                LocalDate.of(2026, 11, 19));
    }
}
