package coop.kumiai.road;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Plans of the solver and the times that they are made of. */
class RunPlannerTest {
    private static final RunTerms TERMS =
            new RunTerms(2, 8, 4, 18, 100, 2, 6, Duration.ofSeconds(20));
    private static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");
    private static final Instant TWO = Instant.parse("2026-11-20T05:00:00Z");
    private static final String STORE = Roads.STORE + "shibuya";

    @Test
    @DisplayName("直線の道のりに、道の曲がりと街の速さをかけた時間で走る")
    void knownPlacesAreAsFarAsTheyAre() {
        var here = new Spot(35_000_000, 139_000_000);
        var north = new Spot(35_010_000, 139_000_000);
        assertThat(here.metresTo(north)).isEqualTo(1_113);
        assertThat(here.metresTo(new Spot(35_000_000, 139_010_000))).isBetween(911L, 913L);
        var roads =
                new Roads(
                        TERMS,
                        Map.of("1500001", here, "1500002", north),
                        List.of("1500001", "1500002"));
        assertThat(roads.seconds("1500001", "1500002")).isEqualTo(1_113 * 3_600 / 18_000);
        assertThat(roads.seconds("1500001", "1500001")).isEqualTo(120);
    }

    @Test
    @DisplayName("位置が分からなければ、郵便番号の隣を隣の町とみなす")
    void unknownPlacesGoByTheirPostalCodes() {
        var roads = new Roads(TERMS, Map.of(), List.of("1500003", "1500001", "1500002"));
        assertThat(roads.seconds("1500001", "1500001")).isEqualTo(120);
        assertThat(roads.seconds("1500001", "1500002")).isEqualTo(360);
        assertThat(roads.seconds("1500003", "1500001")).isEqualTo(720);
        assertThat(roads.seconds(STORE, "1500003")).isEqualTo(360);
    }

    @Test
    void withoutPlacesTheDoorsGoByPostalCode() {
        var doors = List.of(door("1500003"), door("1500001"), door("1500004"), door("1500002"));
        var plan = plan(timetable(Map.of(), doors), doors, 1, 8);
        var codes = plan.getFirst().stream().map(Door::postalCode).toList();
        assertThat(codes)
                .isIn(
                        List.of("1500001", "1500002", "1500003", "1500004"),
                        List.of("1500004", "1500003", "1500002", "1500001"));
    }

    @Test
    @DisplayName("どの配達先も、ちょうど一度だけ乗る。積みすぎない。同じ注文からは同じ計画")
    void eachDoorIsInOneVanAndNoneIsTooFull() {
        var dice = new Random(7);
        var spots = new java.util.HashMap<String, Spot>();
        spots.put(STORE, new Spot(35_658_000, 139_701_000));
        var doors = new ArrayList<Door>();
        for (int i = 0; i < 14; i++) {
            var code = "15000%02d".formatted(i);
            spots.put(
                    code,
                    new Spot(
                            35_640_000 + dice.nextInt(36_000), 139_680_000 + dice.nextInt(42_000)));
            doors.add(door(code));
        }
        var timetable = timetable(spots, doors);
        var plan = plan(timetable, doors, 2, 8);
        assertThat(plan.stream().flatMap(List::stream).toList())
                .containsExactlyInAnyOrderElementsOf(doors);
        assertThat(plan).allSatisfy(van -> assertThat(van.size()).isLessThanOrEqualTo(8));
        assertThat(plan.stream().mapToLong(timetable::late).sum()).isZero();
        var asTheyCame =
                timetable.driving(doors.subList(0, 7)) + timetable.driving(doors.subList(7, 14));
        assertThat(plan.stream().mapToLong(timetable::driving).sum())
                .isLessThan(asTheyCame * 3 / 4);
        assertThat(plan(timetable, doors, 2, 8)).isEqualTo(plan);
    }

    @Test
    @DisplayName("積める数ちょうどなら一台、一つ多ければ二台")
    void aVanTakesWhatFitsInAndNotOneMore() {
        var eight = IntStream.range(0, 8).mapToObj(i -> door("1500001")).toList();
        var nine = IntStream.range(0, 9).mapToObj(i -> door("1500001")).toList();
        assertThat(sizes(plan(timetable(Map.of(), eight), eight, 2, 8))).containsExactly(0, 8);
        assertThat(sizes(plan(timetable(Map.of(), nine), nine, 2, 8)))
                .allMatch(size -> size <= 8)
                .hasSize(2);
    }

    @Test
    void aVanIsAtItsFirstDoorWhenTheSlotBeginsAndNotBefore() {
        var doors = List.of(door("1500001"), door("1500001"), door("1500002"));
        var timetable = timetable(Map.of(), doors);
        assertThat(timetable.expected(doors))
                .containsExactly(
                        NOON, NOON.plus(Duration.ofMinutes(6)), NOON.plus(Duration.ofMinutes(16)));
        var early = NOON.minus(Duration.ofMinutes(30));
        assertThat(timetable.firstDoor(doors, early)).isEqualTo(NOON);
        assertThat(timetable.firstDoor(doors, NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(6)));
    }

    @Test
    void aDoorAtTheLastMinuteIsInTimeAndOneAfterItIsLate() {
        var doors = IntStream.range(0, 21).mapToObj(i -> door("1500001")).toList();
        var timetable = timetable(Map.of(), doors);
        assertThat(timetable.expected(doors).getLast()).isEqualTo(TWO);
        assertThat(timetable.late(doors)).isZero();
        var more = new ArrayList<>(doors);
        more.add(door("1500001"));
        assertThat(timetable.late(more)).isEqualTo(360);
    }

    @Test
    void nothingToBringIsPlannedAtOnce() {
        var none = List.<Door>of();
        assertThat(plan(timetable(Map.of(), none), none, 2, 8)).allMatch(List::isEmpty);
    }

    private static List<Integer> sizes(List<List<Door>> plan) {
        return plan.stream().map(List::size).sorted().toList();
    }

    private static List<List<Door>> plan(
            Timetable timetable, List<Door> doors, int vans, int capacity) {
        return RunPlanner.plan(timetable, doors, vans, capacity, Duration.ofSeconds(60));
    }

    private static Timetable timetable(Map<String, Spot> spots, List<Door> doors) {
        var codes = doors.stream().map(Door::postalCode).toList();
        return new Timetable(
                new Roads(TERMS, spots, codes), STORE, Duration.ofMinutes(4), NOON, TWO);
    }

    private static Door door(String postalCode) {
        return new Door(UUID.randomUUID(), postalCode);
    }
}
