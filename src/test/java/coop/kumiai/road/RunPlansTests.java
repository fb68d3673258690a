package coop.kumiai.road;

import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;

import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Plans of runs on a real database, by several hands at once. */
@KumiaiTest
class RunPlansTests {
    private static final SlotId SECOND = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);

    @Autowired RunPlans plans;
    @Autowired RunPlanning planning;
    @Autowired RunStore store;
    @Autowired PlaceImport places;
    @TempDir Path folder;
    @Autowired TestOrders some;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    Staff driver;
    List<UUID> orders;

    @BeforeEach
    void fiveOrdersPastTheirCutoff() {
        coop = some.coop();
        coops.decide(
                coop,
                new RunTerms(2, 4, 4, 18, 135, 2, 6, Duration.ofSeconds(2)),
                "",
                LocalDate.of(2026, 11, 20));
        driver = staff("shibuya");
        orders =
                IntStream.range(0, 5)
                        .mapToObj(i -> some.ofRice(coop, SECOND))
                        .map(Order::id)
                        .toList();
        clock.standAt(jst("2026-11-20T10:00"));
    }

    @Test
    @DisplayName("締切の前は組めず、締切からは組める。どの注文もちょうど一台に乗る")
    void aPlanHasEachOrderOnce() {
        clock.standAt(jst("2026-11-20T09:59:59"));
        assertThatThrownBy(() -> plans.want(coop, driver, SECOND))
                .isInstanceOf(Refused.class)
                .hasMessage("road/before-cutoff");
        var plan = planned();
        assertThat(plan.orders()).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(plan.vans()).hasSize(2);
        assertThat(plan.unplaced()).isEqualTo(5);
        for (var van : plan.vans()) {
            assertThat(van.stops().stream().map(VanStop::position))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, van.stops().size()).boxed().toList());
        }
    }

    @Test
    @DisplayName("位置を取り込んだ郵便番号は、位置で組む")
    void whereSomebodySaidWhereItIsThatCounts() {
        store.say(
                coop,
                Map.of(
                        "store:shibuya", new Spot(35_656_000, 139_700_000),
                        "1500031", new Spot(35_655_000, 139_701_000)));
        assertThat(planned().unplaced()).isZero();
    }

    @Test
    @DisplayName("位置のファイルを取り込むと位置で組み、取り込み直すと新しい位置になる")
    void placesComeFromAFile() throws IOException {
        var file = file("store:shibuya,35.656,139.7", "1500031,35.655,139.701");
        assertThat(places.take(coop, file, sentence -> {})).contains("2件");
        assertThat(planned().unplaced()).isZero();
        places.take(coop, file("1500031,35.7,139.75"), sentence -> {});
        assertThat(
                        sql.fetchSingle(
                                        "select latitude_micro, longitude_micro from road.place"
                                                + " where coop_id = ? and place_key = '1500031'",
                                        coop.code())
                                .intoList())
                .containsExactly(35_700_000, 139_750_000);
    }

    @Test
    @DisplayName("位置のファイルの誤りは行ごとに伝え、なにも取り込まない")
    void badPlacesAreToldLineByLine() throws IOException {
        var file =
                file(
                        "1500031,35.655,139.701",
                        "150003,35.655,139.701",
                        "1500032,35,139.701",
                        "1500033,51.5,139.701",
                        "1500031,35.655,139.702");
        assertThatThrownBy(() -> places.take(coop, file, sentence -> {}))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        it ->
                                assertThat(it.badLines())
                                        .extracting(BadLine::number)
                                        .containsExactly(3L, 4L, 5L, 6L));
        assertThat(planned().unplaced()).isEqualTo(5);
    }

    private Path file(String... lines) throws IOException {
        var all = "place,latitude,longitude\n" + String.join("\n", lines) + "\n";
        return Files.writeString(folder.resolve("places.csv"), all);
    }

    @Test
    @DisplayName("手で前後に動かし、別の車に移す。端ではなにも起きない")
    void aDoorIsMovedByHand() {
        var plan = planned();
        var van = fullest(plan);
        var first = van.stops().getFirst().orderId();
        plans.move(coop, driver, SECOND, first, true);
        assertThat(again(van).getFirst()).isEqualTo(first);
        plans.move(coop, driver, SECOND, first, false);
        assertThat(again(van).get(1)).isEqualTo(first);
        var other = van.van() == 1 ? 2 : 1;
        plans.put(coop, driver, SECOND, first, other, 1);
        assertThat(again(other).getFirst()).isEqualTo(first);
        assertThat(find().orders()).containsExactlyInAnyOrderElementsOf(orders);
        plans.put(coop, driver, SECOND, first, other, 1_000);
        assertThat(again(other).getLast()).isEqualTo(first);
    }

    @Test
    @DisplayName("出発した車は、動かせず、組み直しても変わらない")
    void whatHasLeftIsFixed() {
        var van = fullest(planned());
        var first = van.stops().getFirst().orderId();
        plans.leave(coop, driver, SECOND, van.van());
        plans.leave(coop, driver, SECOND, van.van());
        assertThatThrownBy(() -> plans.leave(coop, staff("shibuya"), SECOND, van.van()))
                .hasMessage("road/taken-by-another");
        assertThatThrownBy(() -> plans.move(coop, driver, SECOND, first, false))
                .hasMessage("road/has-left");
        var other = van.van() == 1 ? 2 : 1;
        assertThatThrownBy(() -> plans.put(coop, driver, SECOND, first, other, 1))
                .hasMessage("road/has-left");
        var fixed = again(van);
        plans.want(coop, driver, SECOND);
        planning.plan(coop, SECOND);
        await();
        assertThat(again(van)).isEqualTo(fixed);
        assertThat(find().orders()).containsExactlyInAnyOrderElementsOf(orders);
    }

    @Test
    void anEmptyVanDoesNotLeave() {
        var plan = planned();
        var van = fullest(plan);
        var other = van.van() == 1 ? 2 : 1;
        find().van(other)
                .orElseThrow()
                .stops()
                .forEach(it -> plans.put(coop, driver, SECOND, it.orderId(), van.van(), 1));
        assertThatThrownBy(() -> plans.leave(coop, driver, SECOND, other))
                .hasMessage("road/nothing-aboard");
    }

    @Test
    @DisplayName("何人が同時に動かし、組み直し、出発しても、一件も失わず、重ねない")
    void noDoorIsLostOrDoubledByManyHands() throws InterruptedException {
        planned();
        var steps = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 24; i++) {
            var order = orders.get(i % orders.size());
            var way = i;
            steps.add(
                    passes(
                            () -> {
                                switch (way % 4) {
                                    case 0 -> plans.move(coop, driver, SECOND, order, way % 8 == 0);
                                    case 1 -> plans.put(coop, driver, SECOND, order, 1, 1);
                                    case 2 -> plans.put(coop, driver, SECOND, order, 2, 2);
                                    default -> {
                                        plans.want(coop, driver, SECOND);
                                        planning.plan(coop, SECOND);
                                    }
                                }
                            }));
        }
        steps.add(passes(() -> plans.leave(coop, driver, SECOND, 1)));
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(steps)) {
                assertThat(done.resultNow()).isIn(true, false);
            }
        }
        await();
        assertThat(find().orders()).containsExactlyInAnyOrderElementsOf(orders);
    }

    @Test
    @DisplayName("同じ注文を二台に書くことは、データベースが許さない")
    void theKeyRefusesAnOrderInTwoVans() {
        var stop = planned().vans().stream().flatMap(it -> it.stops().stream()).findFirst();
        var again = List.of(new VanStop(stop.orElseThrow().orderId(), 50, clock.instant()));
        assertThatThrownBy(() -> store.put(coop, SECOND, 1, again))
                .isInstanceOfAny(
                        IntegrityConstraintViolationException.class,
                        org.springframework.dao.DataIntegrityViolationException.class);
    }

    @Test
    void theDriverOfAnotherStorePlansNothingHere() {
        var other = staff("meguro");
        assertThatThrownBy(() -> plans.want(coop, other, SECOND)).isInstanceOf(NotFound.class);
        planned();
        assertThatThrownBy(() -> plans.leave(coop, other, SECOND, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plans.move(coop, other, SECOND, orders.getFirst(), true))
                .isInstanceOf(NotFound.class);
    }

    /** The background may be quicker; whoever begins makes the plan. */
    private RunPlan planned() {
        clock.standAt(jst("2026-11-20T10:00"));
        plans.want(coop, driver, SECOND);
        planning.plan(coop, SECOND);
        await();
        return find();
    }

    /** At most as long as the solver may look, and a little. */
    private void await() {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!find().isReady() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(find().isReady()).isTrue();
    }

    private RunPlan find() {
        return plans.find(coop, SECOND).orElseThrow();
    }

    private static VanRun fullest(RunPlan plan) {
        return plan.vans().stream()
                .max(java.util.Comparator.comparing(van -> van.stops().size()))
                .orElseThrow();
    }

    private List<UUID> again(VanRun van) {
        return again(van.van());
    }

    private List<UUID> again(int van) {
        return find().van(van).orElseThrow().stops().stream().map(VanStop::orderId).toList();
    }

    private Staff staff(String storeId) {
        return new Staff(some.staff(coop, StaffRole.Kind.DRIVER, storeId), storeId);
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
