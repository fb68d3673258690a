package coop.kumiai.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

@KumiaiTest
class SlotsTests {
    private static final SlotId SECOND = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);

    @Autowired Slots slots;
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
    void aPlaceThatNobodyTookCannotBeGivenBack() {
        slots.offered(coop, "shibuya");
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> slots.giveBack(coop, SECOND)))
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
            transaction.executeWithoutResult(status -> slots.take(coop, SECOND));
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
