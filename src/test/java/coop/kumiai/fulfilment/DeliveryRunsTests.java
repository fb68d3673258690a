package coop.kumiai.fulfilment;

import static coop.kumiai.accounts.db.Tables.AUDIT;
import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Jan;
import coop.kumiai.fulfilment.HandOver.Way;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestOrders;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@KumiaiTest
class DeliveryRunsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final SlotId SECOND = new SlotId("shibuya", DAY, 2);
    private static final SlotId FOURTH = new SlotId("shibuya", DAY, 4);
    private static final Wishes AT_DOOR =
            new Wishes(Wishes.Shortage.CANCEL, "インターホンなし", 2, 1, true, "山田商店", true);

    @Autowired DeliveryRuns runs;
    @Autowired Picking picking;
    @Autowired Payments payments;
    @Autowired Members members;
    @Autowired TestOrders some;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    Staff picker;
    Staff driver;

    @BeforeEach
    void aPickerAndADriver() {
        coop = some.coop();
        picker = new Staff(some.staff(coop, StaffRole.Kind.PICKER, "shibuya"), "shibuya");
        driver = new Staff(some.staff(coop, StaffRole.Kind.DRIVER, "shibuya"), "shibuya");
    }

    @Test
    @Rule("N-DELIV-1")
    void theRunListSaysAllThatIsToKnowAtTheDoor() {
        var account = some.register(coop, Joining.IN_PERSON);
        var order = some.place(coop, account, SECOND, AT_DOOR, Map.of(RICE, 1, BEER, 1, EGGS, 2));
        pick(order, SECOND, EGGS);
        var stop = runs.run(coop, driver, SECOND).getFirst();
        assertThat(stop.address()).contains("桜丘町");
        assertThat(stop.phone()).isEqualTo("0312345678");
        assertThat(stop.shareDue()).isEqualTo(Yen.of(500));
        assertThat(stop.cashDue())
                .isEqualTo(payments.get(coop, Payments.order(order.id())).amount());
        assertThat(stop.alcohol()).isTrue();
        assertThat(stop.leaveAtDoor()).isTrue();
        assertThat(stop.remarks()).isEqualTo("インターホンなし");
        assertThat(stop.chopsticks()).isEqualTo(2);
        assertThat(stop.receiptTo()).contains("山田商店");
        assertThat(stop.shortages()).containsExactly("たまご 10個入 2点");
    }

    @Test
    @Rule({"N-DELIV-1", "N-JOIN-2", "N-PAY-1"})
    void handingOverTakesTheCashAndTheShareCapitalAndMakesAMember() {
        var order = picked(Joining.IN_PERSON, NO_WISHES);
        runs.handOver(coop, driver, order.id(), said(order, Yen.of(500)));
        assertThat(payment(order)).isEqualTo(Payment.State.COLLECTED);
        assertThat(members.get(coop, order.memberId()).hasJoined()).isTrue();
        var stop = runs.stop(coop, driver, order.id());
        assertThat(stop.delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(stop.shareDue()).isEqualTo(Yen.ZERO);
        assertThat(stop.cashDue()).isEqualTo(Yen.ZERO);
    }

    @Test
    @Rule({"N-DELIV-1", "N-JOIN-2"})
    void goodsLeftAtTheDoorAreNotHandedOverWithoutTheShareCapital() {
        var order = picked(Joining.IN_PERSON, AT_DOOR);
        assertThatThrownBy(() -> runs.handOver(coop, driver, order.id(), atDoor(order, Yen.ZERO)))
                .isInstanceOf(Refused.class);
        assertThat(payment(order)).isEqualTo(Payment.State.DUE);
        runs.handOver(coop, driver, order.id(), atDoor(order, Yen.of(500)));
        assertThat(members.get(coop, order.memberId()).hasJoined()).isTrue();
    }

    @Test
    @Rule("N-JOIN-2")
    void ofTwoOrdersOfOneDayTheFirstCollectsTheShareCapital() {
        var account = some.register(coop, Joining.IN_PERSON);
        var first = some.place(coop, account, SECOND, NO_WISHES, Map.of(RICE, 1));
        var second = some.place(coop, account, FOURTH, NO_WISHES, Map.of(RICE, 1));
        pick(first, SECOND);
        pick(second, FOURTH);
        runs.handOver(coop, driver, first.id(), said(first, Yen.of(500)));
        assertThat(runs.stop(coop, driver, second.id()).shareDue()).isEqualTo(Yen.ZERO);
        assertThatThrownBy(
                        () -> runs.handOver(coop, driver, second.id(), said(second, Yen.of(500))))
                .isInstanceOf(Refused.class);
        runs.handOver(coop, driver, second.id(), said(second, Yen.ZERO));
    }

    @Test
    @Rule({"N-DELIV-1", "N-JOIN-2"})
    void pressedTwiceOrByTwoDriversAtOnceItIsSettledOnce() {
        var order = picked(Joining.IN_PERSON, NO_WISHES);
        var said = said(order, Yen.of(500));
        var other = new Staff(some.staff(coop, StaffRole.Kind.DRIVER, "shibuya"), "shibuya");
        atOnce(
                () -> runs.handOver(coop, driver, order.id(), said),
                () -> runs.handOver(coop, other, order.id(), said));
        assertThat(payment(order)).isEqualTo(Payment.State.COLLECTED);
        assertThat(audited(order.id(), "delivery.handed-over")).isEqualTo(1);
    }

    @Test
    @Rule("N-DELIV-1")
    void ofHandedOverAndBroughtBackAtOnceOneCounts() {
        var order = picked(Joining.EXISTING, NO_WISHES);
        var done =
                atOnce(
                        () -> runs.handOver(coop, driver, order.id(), said(order, Yen.ZERO)),
                        () -> runs.bringBack(coop, driver, order.id()));
        assertThat(done).isEqualTo(4);
        var state = runs.find(coop, order.id()).orElseThrow().state();
        assertThat(payment(order) == Payment.State.COLLECTED)
                .isEqualTo(state == DeliveryState.DELIVERED);
    }

    @Test
    @Rule("N-ALC-1")
    void alcoholIsNotHandedOverUnchecked() {
        var account = some.register(coop, Joining.EXISTING);
        var order = some.place(coop, account, SECOND, NO_WISHES, Map.of(BEER, 2));
        pick(order, SECOND);
        assertThatThrownBy(() -> runs.handOver(coop, driver, order.id(), said(order, Yen.ZERO)))
                .isInstanceOf(Refused.class);
        var checked = new HandOver(Way.IN_PERSON, cash(order), Yen.ZERO, AgeCheck.PAPERS_SEEN);
        runs.handOver(coop, driver, order.id(), checked);
        assertThat(runs.find(coop, order.id()).flatMap(Delivery::handedOver)).contains(checked);
    }

    @Test
    @Rule("N-DELIV-2")
    void whoCallsInTimeGetsItAgainTheSameDay() {
        var order = picked(Joining.EXISTING, NO_WISHES);
        clock.standAt(jst("2026-11-20T15:00"));
        assertThat(runs.bringBack(coop, driver, order.id())).contains(jst("2026-11-20T17:00"));
        assertThatThrownBy(() -> runs.handOver(coop, driver, order.id(), said(order, Yen.ZERO)))
                .isInstanceOf(Refused.class);
        clock.standAt(jst("2026-11-20T17:00"));
        runs.bringAgain(coop, driver, order.id());
        assertThat(runs.find(coop, order.id()).orElseThrow().isSecondTry()).isTrue();
        runs.handOver(coop, driver, order.id(), said(order, Yen.ZERO));
    }

    @Test
    @Rule("N-DELIV-2")
    void whoCallsAfterTheHourDoesNot() {
        var order = picked(Joining.EXISTING, NO_WISHES);
        runs.bringBack(coop, driver, order.id());
        clock.standAt(jst("2026-11-20T17:00:01"));
        assertThatThrownBy(() -> runs.bringAgain(coop, driver, order.id()))
                .isInstanceOf(Refused.class);
    }

    @Test
    @Rule("N-DELIV-2")
    void aLateSlotHasNoSecondTry() {
        var account = some.register(coop, Joining.EXISTING);
        var order = some.place(coop, account, FOURTH, NO_WISHES, Map.of(RICE, 1));
        pick(order, FOURTH);
        assertThat(runs.bringBack(coop, driver, order.id())).isEmpty();
        assertThatThrownBy(() -> runs.bringAgain(coop, driver, order.id()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aWrongPressOfAbsentIsTakenBack() {
        var order = picked(Joining.EXISTING, NO_WISHES);
        runs.bringBack(coop, driver, order.id());
        runs.undoBringBack(coop, driver, order.id());
        var delivery = runs.find(coop, order.id()).orElseThrow();
        assertThat(delivery.state()).isEqualTo(DeliveryState.PICKED);
        assertThat(delivery.isSecondTry()).isFalse();
        assertThat(audited(order.id(), "delivery.undone")).isEqualTo(1);
    }

    @Test
    @DisplayName("疲れた手で二度押しても、一度と同じ")
    void aSecondTapChangesNothing() {
        var order = picked(Joining.EXISTING, NO_WISHES);
        runs.bringBack(coop, driver, order.id());
        runs.undoBringBack(coop, driver, order.id());
        runs.undoBringBack(coop, driver, order.id());
        assertThat(audited(order.id(), "delivery.undone")).isEqualTo(1);
        runs.bringBack(coop, driver, order.id());
        runs.bringAgain(coop, driver, order.id());
        runs.bringAgain(coop, driver, order.id());
        assertThat(audited(order.id(), "delivery.again")).isEqualTo(1);
        runs.handOver(coop, driver, order.id(), said(order, Yen.ZERO));
        assertThatThrownBy(() -> runs.undoBringBack(coop, driver, order.id()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> runs.bringAgain(coop, driver, order.id()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aDriverNeverSeesTheOrdersOfAnotherStore() {
        var order = picked(Joining.EXISTING, NO_WISHES);
        var other = new Staff(some.staff(coop, StaffRole.Kind.DRIVER, "meguro"), "meguro");
        assertThatThrownBy(() -> runs.stop(coop, other, order.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.run(coop, other, SECOND)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.handOver(coop, other, order.id(), said(order, Yen.ZERO)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.bringBack(coop, other, order.id()))
                .isInstanceOf(NotFound.class);
    }

    private Order picked(Joining joining, Wishes wishes) {
        var account = some.register(coop, joining);
        var order = some.place(coop, account, SECOND, wishes, Map.of(RICE, 1));
        pick(order, SECOND);
        return order;
    }

    /** All lines found but those named. */
    private void pick(Order order, SlotId slot, Jan... missing) {
        clock.standAt(jst("2026-11-20T14:00"));
        for (var line : order.current().lines()) {
            var found = java.util.List.of(missing).contains(line.jan()) ? 0 : line.quantity();
            picking.mark(coop, picker, order.id(), line.number(), found);
        }
        picking.close(coop, picker, order.id());
        assertThat(runs.find(coop, order.id()).map(Delivery::slot)).contains(slot);
    }

    private HandOver said(Order order, Yen share) {
        return new HandOver(Way.IN_PERSON, cash(order), share, AgeCheck.NOT_ASKED);
    }

    private HandOver atDoor(Order order, Yen share) {
        return new HandOver(Way.AT_DOOR, cash(order), share, AgeCheck.NOT_ASKED);
    }

    private Yen cash(Order order) {
        return payments.get(coop, Payments.order(order.id())).amount();
    }

    private Payment.State payment(Order order) {
        return payments.get(coop, Payments.order(order.id())).state();
    }

    private int audited(UUID subject, String action) {
        return sql.fetchCount(
                AUDIT,
                AUDIT.COOP_ID.eq(coop.code()),
                AUDIT.SUBJECT.eq(subject.toString()),
                AUDIT.ACTION.eq(action));
    }

    /** Each step four times, all at once; how many were not refused. */
    private static long atOnce(Runnable one, Runnable other) {
        var steps = new java.util.ArrayList<Callable<Boolean>>();
        steps.addAll(Collections.nCopies(4, passes(one)));
        steps.addAll(Collections.nCopies(4, passes(other)));
        try (var threads = Executors.newFixedThreadPool(steps.size())) {
            return threads.invokeAll(steps).stream().filter(Future::resultNow).count();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Callable<Boolean> passes(Runnable step) {
        return () -> {
            try {
                step.run();
                return true;
            } catch (Refused refused) {
                return false;
            }
        };
    }
}
