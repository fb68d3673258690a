package coop.kumiai.fulfilment;

import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.ICE_CREAM;
import static coop.kumiai.testing.TestOrders.MILK;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderVersion;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Picked;
import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

@KumiaiTest
class PickingTests {
    private static final SlotId SECOND = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);

    @Autowired Picking picking;
    @Autowired Trolleys trolleys;
    @Autowired Days days;
    @Autowired DeliveryRuns runs;
    @Autowired OftenShort oftenShort;
    @Autowired TestCoops coops;
    @Autowired Orders orders;
    @Autowired Payments payments;
    @Autowired TestOrders some;
    @Autowired BusinessClock clock;
    CoopId coop;
    Staff picker;

    @BeforeEach
    void aPicker() {
        coop = some.coop();
        picker = new Staff(some.staff(coop, StaffRole.Kind.PICKER, "shibuya"), "shibuya");
    }

    @Test
    @Rule({"N-SLOT-5", "N-PICK-1"})
    void pickingStartsAtTheCutoff() {
        var order = some.ofRice(coop, SECOND);
        clock.standAt(jst("2026-11-20T09:59:59"));
        assertThatThrownBy(() -> picking.walk(coop, picker, SECOND)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> picking.mark(coop, picker, order.id(), 1, 1))
                .isInstanceOf(Refused.class);
        cutoff();
        assertThat(picking.walk(coop, picker, SECOND).tasks()).hasSize(1);
    }

    @Test
    @Rule("N-PICK-1")
    void allOrdersOfASlotAreOneWalkAndTheColdAislesComeLast() {
        place(Map.of(ICE_CREAM, 1, RICE, 1));
        place(Map.of(EGGS, 1, MILK, 1, RICE, 1));
        cutoff();
        assertThat(picking.walk(coop, picker, SECOND).tasks())
                .extracting(PickTask::shelf)
                .containsExactly("A-02-1", "A-10-1", "A-10-1", "K-01-1", "R-01-1");
    }

    @ParameterizedTest
    @EnumSource
    @Rule({"N-PICK-1", "N-PICK-2", "N-PICK-3"})
    void whatIsShortIsDeductedAndTheFeeStays(Wishes.Shortage preference) {
        var wishes = new Wishes(preference, "", 0, 0, false, "", false);
        var account = some.register(coop, Joining.EXISTING);
        var placed = some.place(coop, account, SECOND, wishes, Map.of(RICE, 1, EGGS, 2));
        cutoff();
        mark(placed, RICE, 0);
        mark(placed, EGGS, 1);
        picking.close(coop, picker, placed.id());
        var picked = orders.get(coop, placed.id()).current();
        assertThat(picked.kind()).isEqualTo(OrderVersion.Kind.PICKED);
        assertThat(picked.number()).isEqualTo(2);
        assertThat(picked.totals().deliveryFee())
                .isEqualTo(placed.current().totals().deliveryFee());
        assertThat(picked.totals().goodsExTax().amount()).isEqualTo(298);
        assertThat(payments.get(coop, Payments.order(placed.id())).amount())
                .isEqualTo(picked.totals().total());
    }

    @Test
    @Rule("N-PICK-1")
    void aBoxIsNotClosedWhileSomethingIsLeft() {
        var order = place(Map.of(RICE, 1, EGGS, 1));
        cutoff();
        mark(order, RICE, 1);
        assertThatThrownBy(() -> picking.close(coop, picker, order.id()))
                .isInstanceOf(Refused.class);
        assertThat(orders.get(coop, order.id()).isPicked()).isFalse();
    }

    @Test
    @Rule("N-PICK-1")
    void anOrderOfWhichNothingWasThereIsCancelledAndTheOtherBoxesKeepTheirNumbers() {
        var empty = place(Map.of(RICE, 1));
        clock.standAt(jst("2026-11-20T09:00"));
        var other = place(Map.of(RICE, 1));
        cutoff();
        assertThat(boxOf(other)).isEqualTo(2);
        mark(empty, RICE, 0);
        picking.close(coop, picker, empty.id());
        assertThat(orders.get(coop, empty.id()).cancelled()).isTrue();
        assertThat(payments.get(coop, Payments.order(empty.id())).state())
                .isEqualTo(Payment.State.VOID);
        assertThat(picking.walk(coop, picker, SECOND).tasks()).hasSize(1);
        assertThat(boxOf(other)).isEqualTo(2);
        picking.close(coop, picker, empty.id());
        assertThatThrownBy(() -> picking.mark(coop, picker, empty.id(), 1, 0))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aMarkIsTakenBackUntilTheBoxIsClosed() {
        var order = some.ofRice(coop, SECOND);
        cutoff();
        mark(order, RICE, 0);
        picking.undo(coop, picker, order.id(), 1);
        mark(order, RICE, 1);
        picking.close(coop, picker, order.id());
        assertThatThrownBy(() -> picking.undo(coop, picker, order.id(), 1))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> picking.mark(coop, picker, order.id(), 1, 0))
                .isInstanceOf(Refused.class);
        assertThat(orders.get(coop, order.id()).current().lines().getFirst().quantity())
                .isEqualTo(1);
    }

    @Test
    void closingTwiceIsClosingOnce() {
        var order = some.ofRice(coop, SECOND);
        cutoff();
        mark(order, RICE, 1);
        atOnce(8, () -> picking.close(coop, picker, order.id()));
        assertThat(orders.get(coop, order.id()).current().number()).isEqualTo(2);
    }

    @Test
    void ofTwoPickersAtTheSameShelfTheFirstCounts() {
        var order = place(Map.of(RICE, 6));
        cutoff();
        var numbers = new java.util.concurrent.atomic.AtomicInteger();
        var done =
                atOnce(
                        7,
                        () -> picking.mark(coop, picker, order.id(), 1, numbers.getAndIncrement()));
        assertThat(done).isEqualTo(1);
        assertThat(picking.walk(coop, picker, SECOND).decided()).isEqualTo(1);
    }

    @Test
    void aPickerNeverSeesTheOrdersOfAnotherStore() {
        var order = some.ofRice(coop, SECOND);
        cutoff();
        var other = new Staff(some.staff(coop, StaffRole.Kind.PICKER, "meguro"), "meguro");
        assertThatThrownBy(() -> picking.walk(coop, other, SECOND)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> picking.mark(coop, other, order.id(), 1, 1))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> picking.close(coop, other, order.id()))
                .isInstanceOf(NotFound.class);
        assertThat(picking.slotsToPick(coop, "meguro")).allMatch(work -> work.orders() == 0);
    }

    @Test
    void aPickerNeverSeesTheOrdersOfAnotherCoop() {
        var order = some.ofRice(coop, SECOND);
        cutoff();
        var elsewhere = some.coop();
        assertThatThrownBy(() -> picking.mark(elsewhere, picker, order.id(), 1, 1))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theSlotsOfTodayAndTomorrowSayHowFarTheyAre() {
        var order = place(Map.of(RICE, 1, BEER, 1));
        cutoff();
        mark(order, RICE, 1);
        var work =
                picking.slotsToPick(coop, "shibuya").stream()
                        .filter(it -> it.slot().id().equals(SECOND))
                        .findFirst()
                        .orElseThrow();
        assertThat(work.orders()).isEqualTo(1);
        assertThat(work.lines()).isEqualTo(2);
        assertThat(work.decided()).isEqualTo(1);
        assertThat(work.picked()).isZero();
        assertThat(picking.slotsToPick(coop, "shibuya")).hasSize(10);
    }

    @Test
    @Rule("X-PICK-3")
    void aTrolleyTakesSeveralOrdersAndNobodyElsesBoxesAreOnIt() {
        coops.decide(coop, new PickingTerms(2), "", LocalDate.of(2026, 11, 1));
        place(Map.of(ICE_CREAM, 1, RICE, 1));
        clock.standAt(jst("2026-11-20T08:30"));
        place(Map.of(EGGS, 1, RICE, 1));
        clock.standAt(jst("2026-11-20T09:00"));
        place(Map.of(BEER, 1, RICE, 1));
        cutoff();
        var other = new Staff(some.staff(coop, StaffRole.Kind.PICKER, "shibuya"), "shibuya");
        assertThat(trolleys.walk(coop, picker, SECOND).tasks()).hasSize(6);
        trolleys.take(coop, picker, SECOND);
        trolleys.take(coop, picker, SECOND);
        assertThat(trolleys.walk(coop, picker, SECOND).tasks())
                .extracting(PickTask::shelf, PickTask::box)
                .containsExactly(
                        tuple("A-02-1", 2),
                        tuple("A-10-1", 1),
                        tuple("A-10-1", 2),
                        tuple("R-01-1", 1));
        trolleys.take(coop, other, SECOND);
        assertThat(trolleys.walk(coop, other, SECOND).tasks())
                .extracting(PickTask::box)
                .containsOnly(3);
        trolleys.leave(coop, picker, SECOND);
        assertThat(trolleys.walk(coop, picker, SECOND).tasks()).hasSize(6);
    }

    @Test
    @Rule("X-PICK-3")
    void ofPickersWhoTakeAtOnceEachOrderIsOnOneTrolley() {
        coops.decide(coop, new PickingTerms(1), "", LocalDate.of(2026, 11, 1));
        for (int count = 0; count < 3; count++) {
            place(Map.of(RICE, 1));
        }
        cutoff();
        var pickers =
                java.util.stream.Stream.generate(
                                () -> some.staff(coop, StaffRole.Kind.PICKER, "shibuya"))
                        .limit(6)
                        .toList();
        var next = new java.util.concurrent.atomic.AtomicInteger();
        atOnce(
                6,
                () ->
                        trolleys.take(
                                coop,
                                new Staff(pickers.get(next.getAndIncrement()), "shibuya"),
                                SECOND));
        var taken = trolleys.pickers(coop, picking.walk(coop, picker, SECOND));
        assertThat(taken).hasSize(3);
        assertThat(taken.values()).doesNotHaveDuplicates();
    }

    @Test
    @Rule("X-PICK-3")
    void theBarcodeOfOtherGoodsIsRefused() {
        var order = place(Map.of(RICE, 1, EGGS, 1));
        cutoff();
        var one = Picked.of(1);
        var line = lineOf(order, RICE);
        assertThatThrownBy(() -> picking.scan(coop, picker, order.id(), line, one, EGGS.digits()))
                .hasMessage("fulfilment/wrong-barcode");
        assertThat(picking.walk(coop, picker, SECOND).decided()).isZero();
        picking.scan(coop, picker, order.id(), line, one, "４５９９００００ ０１０２６");
        picking.scan(coop, picker, order.id(), lineOf(order, EGGS), one, "");
        assertThat(picking.walk(coop, picker, SECOND).decided()).isEqualTo(2);
    }

    @Test
    @DisplayName("店長の一日：便、品切れ、代金、配達担当者の現金。違いはわけを書いて締める")
    void theDayAddsUpAndIsClosedOnce() {
        var first = place(Map.of(RICE, 1, EGGS, 2));
        clock.standAt(jst("2026-11-20T09:00"));
        var second = place(Map.of(RICE, 1));
        cutoff();
        mark(first, RICE, 1);
        mark(first, EGGS, 1);
        mark(second, RICE, 1);
        picking.close(coop, picker, first.id());
        picking.close(coop, picker, second.id());
        var driver = new Staff(some.staff(coop, StaffRole.Kind.DRIVER, "shibuya"), "shibuya");
        var total = orders.get(coop, first.id()).current().totals().total();
        runs.handOver(
                coop,
                driver,
                first.id(),
                new HandOver(HandOver.Way.IN_PERSON, total, Yen.ZERO, AgeCheck.NOT_ASKED));
        var manager = new Staff(some.staff(coop, StaffRole.Kind.MANAGER, "shibuya"), "shibuya");
        var day = days.of(coop, manager, SECOND.day());
        assertThat(day.slots()).hasSize(1);
        var slot = day.slots().getFirst();
        assertThat(slot.orders()).isEqualTo(2);
        assertThat(slot.picked()).isEqualTo(2);
        assertThat(slot.delivered()).isEqualTo(1);
        assertThat(slot.shortPieces()).isEqualTo(1);
        assertThat(day.takings().cashReceived()).isEqualTo(total);
        assertThat(day.takings().cash()).isEqualTo(total);
        assertThat(day.takings().cashOpen()).isEqualTo(second.current().totals().total());
        var less = total.minus(Yen.of(100));
        assertThatThrownBy(() -> days.close(coop, manager, SECOND.day(), less, ""))
                .hasMessage("fulfilment/difference-without-reason");
        days.close(coop, manager, SECOND.day(), less, "釣り銭の間違い");
        assertThat(days.of(coop, manager, SECOND.day()).closing().orElseThrow().difference())
                .isEqualTo(-100);
        assertThatThrownBy(() -> days.close(coop, manager, SECOND.day(), total, ""))
                .hasMessage("fulfilment/day-is-closed");
        assertThat(days.of(coop, new Staff(manager.accountId(), "meguro"), SECOND.day()).slots())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 40, true", "6, 2, 40, false", "5, 2, 41, false", "5, 1, 20, true"})
    @Rule("N-PICK-1")
    void whatIsShortInManyOfItsOrdersIsSaidToRunOutOften(
            int leastOrders, int shortOrders, int percent, boolean often) {
        var terms = new ShortageTerms(28, leastOrders, percent);
        coops.decide(coop, terms, "", LocalDate.of(2026, 11, 1));
        ordersOfRice(5, shortOrders);
        clock.standAt(jst("2026-11-21T03:15"));
        oftenShort.reckon(coop);
        assertThat(oftenShort.at(coop, "shibuya").contains(RICE)).isEqualTo(often);
        assertThat(oftenShort.at(coop, "meguro")).isEmpty();
        assertThat(oftenShort.at(some.coop(), "shibuya")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T23:59, false",
        "2026-11-21T00:00, true",
        "2026-11-22T23:59, true",
        "2026-11-23T00:00, false",
    })
    @Rule("N-PICK-1")
    void shortagesCountFromTheNextDayAndAreForgotten(String counted, boolean often) {
        coops.decide(coop, new ShortageTerms(2, 1, 100), "", LocalDate.of(2026, 11, 1));
        ordersOfRice(1, 1);
        clock.standAt(jst(counted));
        oftenShort.reckon(coop);
        assertThat(oftenShort.at(coop, "shibuya").contains(RICE)).isEqualTo(often);
    }

    private void ordersOfRice(int count, int shortOnes) {
        var placed = Stream.generate(() -> place(Map.of(RICE, 1))).limit(count).toList();
        cutoff();
        for (int number = 0; number < count; number++) {
            mark(placed.get(number), RICE, number < shortOnes ? 0 : 1);
            picking.close(coop, picker, placed.get(number).id());
        }
    }

    private static int lineOf(Order order, Jan jan) {
        return order.current().lines().stream()
                .filter(it -> it.jan().equals(jan))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private int boxOf(Order order) {
        return picking.walk(coop, picker, SECOND).find(order.id(), 1).orElseThrow().box();
    }

    private Order place(Map<Jan, Integer> goods) {
        return some.place(coop, some.register(coop, Joining.EXISTING), SECOND, NO_WISHES, goods);
    }

    private void mark(Order order, Jan jan, int found) {
        var line =
                order.current().lines().stream()
                        .filter(it -> it.jan().equals(jan))
                        .findFirst()
                        .orElseThrow();
        picking.mark(coop, picker, order.id(), line.number(), found);
    }

    private void cutoff() {
        clock.standAt(jst("2026-11-20T10:00"));
    }

    /** How many of the tries were not refused. */
    private static long atOnce(int tries, Runnable step) {
        Callable<Boolean> once =
                () -> {
                    try {
                        step.run();
                        return true;
                    } catch (Refused refused) {
                        return false;
                    }
                };
        try (var threads = Executors.newFixedThreadPool(tries)) {
            var answers = threads.invokeAll(java.util.Collections.nCopies(tries, once));
            return results(answers).stream().filter(it -> it).count();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Boolean> results(List<java.util.concurrent.Future<Boolean>> answers) {
        return answers.stream().map(java.util.concurrent.Future::resultNow).toList();
    }
}
