package coop.kumiai.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

@KumiaiTest
class SlotsTests {
    private static final SlotId THIRD = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 3);
    private static final SlotId SECOND = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);

    @Autowired Slots slots;
    @Autowired SlotDays days;
    @Autowired SlotTroubles troubles;
    @Autowired TestOrders some;
    @Autowired Stores stores;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired TransactionTemplate transaction;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    @Rule({"N-SLOT-1", "N-SLOT-6"})
    void threeDaysOfFiveSlotsAreOffered() {
        var offered = slots.offered(coop, "shibuya");
        assertThat(offered).hasSize(15);
        assertThat(offered.getLast().id().day()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    @Rule("N-SLOT-5")
    void eachStoreHasItsOwnCutoffs() {
        assertThat(slots.offered(coop, "setagaya").getFirst().cutoffLabel())
                .isEqualTo("11/20(金) 8時30分");
        assertThat(slots.offered(coop, "shibuya").getFirst().cutoffLabel())
                .isEqualTo("11/20(金) 9時");
    }

    @Test
    @Rule("N-SLOT-4")
    void ofManyAfterTheLastPlaceOneGetsIt() throws Exception {
        fillUpTo(23);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tries = Stream.generate(() -> (Callable<Boolean>) this::takesOne).limit(8).toList();
            var got = threads.invokeAll(tries).stream().filter(SlotsTests::result).count();
            assertThat(got).isEqualTo(1);
        }
        assertThat(slots.get(coop, SECOND).left()).isZero();
    }

    @Test
    @Rule("N-SLOT-5")
    void noPlaceIsTakenFromTheCutoffOn() {
        slots.offered(coop, "shibuya");
        clock.standAt(TestClock.jst("2026-11-20T09:59:59"));
        assertThat(takesOne()).isTrue();
        clock.standAt(TestClock.jst("2026-11-20T10:00"));
        assertThat(takesOne()).isFalse();
    }

    @Test
    @Rule({"N-SLOT-4", "N-SLOT-3"})
    void ofManyAfterTheLastPiecesNoMoreAreTakenThanCanBePicked() throws Exception {
        coops.decide(coop, new SlotItems(25), "shibuya", SECOND.day());
        slots.offered(coop, "shibuya");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tries =
                    Stream.generate(() -> (Callable<Boolean>) this::takesSeven).limit(8).toList();
            var got = threads.invokeAll(tries).stream().filter(SlotsTests::result).count();
            assertThat(got).isEqualTo(3);
        }
        assertThat(slots.get(coop, SECOND).places())
                .isEqualTo(new SlotPlaces(24, 24, 3, 0, 0, 0, OptionalInt.of(25), 21));
        var slot = slots.get(coop, SECOND);
        assertThat(slots.refusal(slot, 4)).isEmpty();
        assertThat(slots.refusal(slot, 5).orElseThrow().sentence()).contains("あと4点まで");
    }

    @Test
    @Rule("N-SLOT-3")
    void anOrderThatGrowsOrMovesTakesItsPiecesWithIt() {
        coops.decide(coop, new SlotItems(10), "shibuya", SECOND.day());
        slots.offered(coop, "shibuya");
        in(() -> slots.take(coop, SECOND, 4, Shopper.ANYBODY));
        in(
                () ->
                        slots.move(
                                coop,
                                new Slots.Place(SECOND, 4),
                                new Slots.Place(SECOND, 10),
                                Shopper.ANYBODY));
        assertThat(slots.get(coop, SECOND).left()).isZero();
        assertThatThrownBy(
                        () ->
                                in(
                                        () ->
                                                slots.move(
                                                        coop,
                                                        new Slots.Place(SECOND, 10),
                                                        new Slots.Place(SECOND, 11),
                                                        Shopper.ANYBODY)))
                .isInstanceOf(Refused.class);
        in(
                () ->
                        slots.move(
                                coop,
                                new Slots.Place(SECOND, 10),
                                new Slots.Place(THIRD, 3),
                                Shopper.ANYBODY));
        assertThat(slots.get(coop, SECOND).places().items()).isZero();
        assertThat(slots.get(coop, THIRD).places().items()).isEqualTo(3);
        in(() -> slots.giveBack(coop, THIRD, 3));
        assertThat(slots.get(coop, THIRD).places())
                .isEqualTo(new SlotPlaces(24, 24, 0, 0, 0, 0, OptionalInt.of(10), 0));
    }

    @Test
    @Rule("N-SLOT-1")
    void aCampaignChangesTheSlotsOfOneDayOnly() {
        var staff = some.staff(coop, StaffRole.Kind.MANAGER, "shibuya");
        var newYear = new SlotId("shibuya", LocalDate.of(2026, 12, 30), 2);
        days.resize(coop, staff, newYear, 40, 0, "年末の増便");
        var early =
                new SlotTime(6, LocalTime.of(9, 0), LocalTime.of(11, 0), 0, LocalTime.of(7, 0), 8);
        days.add(coop, staff, "shibuya", newYear.day(), early, "年末の増便");
        assertThat(days.ofDay(coop, "shibuya", newYear.day()))
                .hasSize(6)
                .extracting(Slot::capacity)
                .containsExactly(20, 40, 24, 20, 16, 8);
        assertThat(days.ofDay(coop, "shibuya", newYear.day().plusDays(1)))
                .extracting(Slot::capacity)
                .containsExactly(20, 24, 24, 20, 16);
        assertThatThrownBy(() -> days.add(coop, staff, "shibuya", newYear.day(), early, "もう一度"))
                .hasMessageContaining("stores/slot-number-is-taken");
    }

    @Test
    @Rule({"N-SLOT-1", "N-SLOT-3"})
    void roomIsNeverLessThanWhatIsPromised() {
        var staff = some.staff(coop, StaffRole.Kind.MANAGER, "shibuya");
        fillUpTo(3);
        assertThatThrownBy(() -> days.resize(coop, staff, SECOND, 2, 0, "車が一台"))
                .hasMessageContaining("stores/slot-more-is-taken");
        days.resize(coop, staff, SECOND, 3, 3, "車が一台");
        assertThat(takesOne()).isFalse();
        assertThatThrownBy(() -> days.resize(coop, staff, SECOND, 3, 2, "車が一台"))
                .hasMessageContaining("stores/slot-more-is-taken");
    }

    @Test
    @Rule({"N-SLOT-6", "N-SLOT-3"})
    void thePlacesOfTheLastDayAreReleasedInParts() {
        var steps =
                List.of(
                        new SlotReleases.Step(LocalTime.MIDNIGHT, 50),
                        new SlotReleases.Step(LocalTime.of(7, 0), 25),
                        new SlotReleases.Step(LocalTime.of(10, 0), 25));
        coops.decide(coop, new SlotReleases(steps), "shibuya", SECOND.day());
        var last = new SlotId("shibuya", LocalDate.of(2026, 11, 22), 2);
        slots.offered(coop, "shibuya");
        assertThat(slots.get(coop, SECOND).left()).isEqualTo(24);
        clock.standAt(TestClock.jst("2026-11-20T06:59:59"));
        for (int place = 0; place < 12; place++) {
            in(() -> slots.take(coop, last, 1, Shopper.ANYBODY));
        }
        assertThat(slots.get(coop, last).left()).isZero();
        assertThatThrownBy(() -> in(() -> slots.take(coop, last, 1, Shopper.ANYBODY)))
                .hasMessage("stores/slot-full");
        clock.standAt(TestClock.jst("2026-11-20T07:00"));
        assertThat(slots.get(coop, last).left()).isEqualTo(6);
        in(() -> slots.take(coop, last, 1, Shopper.ANYBODY));
        clock.standAt(TestClock.jst("2026-11-20T10:00"));
        assertThat(slots.get(coop, last).left()).isEqualTo(11);
        clock.standAt(TestClock.jst("2026-11-21T00:00"));
        assertThat(slots.get(coop, last).left()).isEqualTo(11);
    }

    private boolean takesSeven() {
        try {
            in(() -> slots.take(coop, SECOND, 7, Shopper.ANYBODY));
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    @Test
    @Rule({"N-SLOT-7", "X-SLOT-3"})
    void aStoppedSlotTakesNoMorePieces() {
        slots.offered(coop, "shibuya");
        in(() -> slots.take(coop, SECOND, 4, Shopper.ANYBODY));
        var staff = new UUID(0, 7);
        troubles.tell(coop, staff, SECOND, Optional.of(SlotTrouble.Kind.STOPPED), "大雪", "休みます。");
        assertThatThrownBy(
                        () ->
                                in(
                                        () ->
                                                slots.move(
                                                        coop,
                                                        new Slots.Place(SECOND, 4),
                                                        new Slots.Place(SECOND, 5),
                                                        Shopper.ANYBODY)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stores/");
        in(
                () ->
                        slots.move(
                                coop,
                                new Slots.Place(SECOND, 4),
                                new Slots.Place(SECOND, 3),
                                Shopper.ANYBODY));
    }

    private void in(Runnable doing) {
        transaction.executeWithoutResult(status -> doing.run());
    }

    @Test
    void aPlaceThatNobodyTookCannotBeGivenBack() {
        slots.offered(coop, "shibuya");
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> slots.giveBack(coop, SECOND, 0)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Rule("N-AREA-1")
    void thePostalCodeDecidesTheStore() {
        assertThat(stores.delivering(coop, "1500031", "桜丘町")).map(Store::id).contains("shibuya");
        assertThat(stores.delivering(coop, "1530051", "上目黒")).map(Store::id).contains("meguro");
        assertThat(stores.delivering(coop, "0600000", "")).isEmpty();
    }

    @Test
    void aCoopNeverSeesAnothersSlots() {
        slots.offered(coop, "shibuya");
        assertThat(slots.find(coops.fresh(), SECOND)).isEmpty();
    }

    private void fillUpTo(int places) {
        slots.offered(coop, "shibuya");
        for (int i = 0; i < places; i++) {
            assertThat(takesOne()).isTrue();
        }
    }

    private boolean takesOne() {
        try {
            transaction.executeWithoutResult(
                    status -> slots.take(coop, SECOND, 1, Shopper.ANYBODY));
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static boolean result(java.util.concurrent.Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
