package coop.kumiai.orders;

import static coop.kumiai.orders.Shopping.TOMORROW;
import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** 便の取り置き: who is at the checkout has a place for a while (X-SLOT-1). */
@KumiaiTest
class SlotHoldsTests {
    private static final SlotId OTHER = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 3);

    @Autowired SlotHolds holds;
    @Autowired Orders orders;
    @Autowired Deliveries deliveries;
    @Autowired Carts carts;
    @Autowired Slots slots;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
    }

    @Test
    @Rule("N-SLOT-4")
    @DisplayName("レジに進んだ方の枠は、ほかの方に渡らず、確定すると一件として数える")
    void aHeldPlaceIsNobodyElses() {
        var first = shopping.readyMember();
        var second = shopping.readyMember();
        var ofSecond = shopping.confirmation(second, "the second key");
        shopping.leave(TOMORROW, 1);
        assertThat(holds.hold(coop, first)).isTrue();
        assertThat(holds.hold(coop, first)).isFalse();
        assertThat(holds.hold(coop, second)).isFalse();
        assertThat(slots.get(coop, TOMORROW).places().held()).isEqualTo(1);
        assertThat(carts.view(coop, first).problems()).isEmpty();
        assertThat(carts.view(coop, first).delivery().orElseThrow().heldUntil())
                .contains(jst("2026-11-20T08:10"));
        assertThatThrownBy(() -> orders.place(coop, second, ofSecond))
                .hasMessage("stores/slot-full");
        orders.place(coop, first, shopping.confirmation(first, "the first key"));
        assertThat(slots.get(coop, TOMORROW).places().held()).isZero();
        assertThat(slots.get(coop, TOMORROW).left()).isZero();
    }

    @Test
    @Rule("N-SLOT-4")
    @DisplayName("取り置きの時間が過ぎた枠は空き、空いていればそのまま確定できる")
    void anEndedHoldIsFreedAndStillTries() {
        var first = shopping.readyMember();
        var second = shopping.readyMember();
        shopping.leave(TOMORROW, 1);
        holds.hold(coop, first);
        clock.standAt(jst("2026-11-20T08:09:59"));
        holds.freeEnded();
        assertThat(slots.get(coop, TOMORROW).left()).isZero();
        clock.standAt(jst("2026-11-20T08:10"));
        holds.freeEnded();
        assertThat(slots.get(coop, TOMORROW).left()).isEqualTo(1);
        orders.place(coop, first, shopping.confirmation(first, "the first key"));
        assertThatThrownBy(
                        () ->
                                orders.place(
                                        coop,
                                        second,
                                        shopping.confirmation(second, "a second key")))
                .isInstanceOf(Refused.class);
        assertThat(slots.get(coop, TOMORROW).places().held()).isZero();
    }

    @Test
    @Rule("N-SLOT-4")
    void anotherChoiceLetsTheHeldPlaceGo() {
        var account = shopping.readyMember();
        holds.hold(coop, account);
        shopping.choose(account, TOMORROW);
        assertThat(slots.get(coop, TOMORROW).places().held()).isEqualTo(1);
        shopping.choose(account, OTHER);
        assertThat(slots.get(coop, TOMORROW).places().held()).isZero();
        holds.hold(coop, account);
        var choice = deliveries.choice(coop, account).orElseThrow();
        deliveries.chooseAddress(coop, account, choice.addressId());
        assertThat(slots.get(coop, OTHER).places().held()).isZero();
    }

    @Test
    @Rule({"N-SLOT-4", "X-SLOT-1"})
    @DisplayName("レジに何度戻っても、はじめの取り置きから決めた時間を越えて枠は取り置かれない")
    void comingBackToTheCheckoutDoesNotHoldForEver() {
        var account = shopping.readyMember();
        assertThat(holdAt(account, "2026-11-20T08:00")).contains(jst("2026-11-20T08:10"));
        assertThat(holdAt(account, "2026-11-20T08:11")).contains(jst("2026-11-20T08:21"));
        shopping.choose(account, TOMORROW);
        assertThat(holdAt(account, "2026-11-20T08:22")).contains(jst("2026-11-20T08:30"));
        assertThat(holdAt(account, "2026-11-20T08:30")).isEmpty();
        shopping.choose(account, TOMORROW);
        assertThat(holdAt(account, "2026-11-20T08:45")).isEmpty();
        assertThat(slots.get(coop, TOMORROW).places().held()).isZero();
        orders.place(coop, account, shopping.confirmation(account, "the first key"));
        carts.add(coop, account, Shopping.RICE, 2);
        assertThat(holdAt(account, "2026-11-20T08:46")).contains(jst("2026-11-20T08:56"));
    }

    /** Until when a place is held for whoever opens the checkout at that time. */
    private Optional<Instant> holdAt(UUID account, String time) {
        clock.standAt(jst(time));
        holds.freeEnded();
        holds.hold(coop, account);
        return deliveries.choice(coop, account).orElseThrow().heldUntil();
    }

    @Test
    @Rule("N-SLOT-4")
    @DisplayName("同じ便をもう一度選んでも、取り置いた枠はほかの方に渡らない")
    void choosingTheSameSlotAgainKeepsItsPlace() {
        var account = shopping.readyMember();
        shopping.leave(TOMORROW, 1);
        holds.hold(coop, account);
        var home = shopping.address(account);
        var again = deliveries.choose(coop, account, home, TOMORROW.day(), TOMORROW.number());
        assertThat(again.heldUntil()).contains(jst("2026-11-20T08:10"));
        assertThat(slots.get(coop, TOMORROW).places().held()).isEqualTo(1);
        shopping.leave(OTHER, 0);
        assertThatThrownBy(
                        () -> deliveries.choose(coop, account, home, OTHER.day(), OTHER.number()))
                .hasMessage("stores/slot-full");
        assertThat(deliveries.choice(coop, account).orElseThrow().heldUntil())
                .contains(jst("2026-11-20T08:10"));
    }

    @Test
    void withoutThePolicyNoPlaceIsHeld() {
        coops.decide(
                coop,
                new SlotHoldTerms(false, Duration.ofMinutes(10), Duration.ofMinutes(30)),
                "",
                LocalDate.of(2026, 11, 20));
        var account = shopping.readyMember();
        assertThat(holds.hold(coop, account)).isFalse();
        assertThat(slots.get(coop, TOMORROW).places().held()).isZero();
    }

    @Test
    @Rule({"N-SLOT-3", "N-SLOT-4"})
    @DisplayName("大勢が同時に取り置き、確定し、時間切れになっても、枠を越えない")
    void inARushNoPlaceIsGivenTwice() throws Exception {
        var members = Stream.generate(shopping::readyMember).limit(12).toList();
        shopping.leave(TOMORROW, 5);
        long placed;
        try (var threads = Executors.newFixedThreadPool(12)) {
            var tries = members.stream().map(this::holdsAndOrders).toList();
            placed = threads.invokeAll(tries).stream().filter(SlotHoldsTests::result).count();
        }
        assertThat(placed).isEqualTo(5);
        var places = slots.get(coop, TOMORROW).places();
        assertThat(places.left()).isZero();
        clock.standAt(jst("2026-11-20T08:10"));
        holds.freeEnded();
        assertThat(slots.get(coop, TOMORROW).places().held()).isZero();
        assertThat(orders.ordersOfSlot(coop, TOMORROW)).hasSize(5);
    }

    /** Every other one has gone through the checkout; all of them confirm. */
    private Callable<Boolean> holdsAndOrders(UUID account) {
        var confirmation = shopping.confirmation(account, "key of " + account);
        return () -> {
            if (account.hashCode() % 2 == 0) {
                holds.hold(coop, account);
            }
            try {
                orders.place(coop, account, confirmation);
                return true;
            } catch (Refused refused) {
                return false;
            }
        };
    }

    private static boolean result(java.util.concurrent.Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
