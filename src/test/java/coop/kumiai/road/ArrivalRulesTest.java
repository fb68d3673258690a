package coop.kumiai.road;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

class ArrivalRulesTest {
    private static final ArrivalTerms TERMS =
            new ArrivalTerms(10, 5, 40, Duration.ofMinutes(1), 60);
    private static final Duration AT_DOOR = Duration.ofMinutes(4);
    private static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");
    private static final List<UUID> ORDERS =
            IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID()).toList();

    @Test
    @Rule("N-SLOT-2")
    @DisplayName("車が一件済ませるたびに、目安の幅は狭くなり、広がることはない")
    void theHourNarrowsWithEachDoor() {
        var done = new HashMap<UUID, Instant>();
        var width = Duration.ofDays(1);
        for (int i = 0; i < 9; i++) {
            var now = expected(i);
            var seen = of(true, 9, done, now).orElseThrow();
            assertThat(seen.stopsBefore()).isEqualTo(9 - i);
            assertThat(width(seen)).isLessThanOrEqualTo(width);
            assertThat(seen.from()).isBeforeOrEqualTo(expected(9));
            assertThat(seen.until()).isAfterOrEqualTo(expected(9));
            width = width(seen);
            done.put(ORDERS.get(i), expected(i).plus(AT_DOOR));
        }
        assertThat(width(of(true, 9, done, expected(9)).orElseThrow()))
                .isLessThanOrEqualTo(Duration.ofMinutes(25));
    }

    @Test
    @DisplayName("遅れている車の目安は、遅れた分だけ後ろになる")
    void aVanThatIsLateIsExpectedLater() {
        var late = Duration.ofMinutes(20);
        var done = Map.of(ORDERS.get(0), expected(0).plus(AT_DOOR).plus(late));
        var onTime = Map.of(ORDERS.get(0), expected(0).plus(AT_DOOR));
        var now = expected(1);
        assertThat(of(true, 5, done, now).orElseThrow().from())
                .isEqualTo(of(true, 5, onTime, now).orElseThrow().from().plus(late));
    }

    @Test
    void whatIsOverdueIsExpectedFromNow() {
        var now = expected(9).plus(Duration.ofHours(1));
        assertThat(of(true, 0, Map.of(), now).orElseThrow().until()).isAfter(now);
    }

    @Test
    void beforeTheVanLeavesAndOnceTheDoorIsDoneThereIsNoTime() {
        assertThat(of(false, 3, Map.of(), NOON)).isEmpty();
        assertThat(of(true, 3, Map.of(ORDERS.get(3), NOON), NOON)).isEmpty();
        assertThat(of(true, 3, Map.of(), NOON)).isPresent();
    }

    private static Optional<Arrival> of(
            boolean left, int place, Map<UUID, Instant> done, Instant now) {
        var stops =
                IntStream.range(0, ORDERS.size())
                        .mapToObj(i -> new VanStop(ORDERS.get(i), i + 1, expected(i)))
                        .toList();
        var van =
                new VanRun(
                        1,
                        Optional.of(new UUID(0, 1)),
                        left ? Optional.of(NOON) : Optional.empty(),
                        stops);
        return ArrivalRules.of(van, ORDERS.get(place), done, AT_DOOR, TERMS, now);
    }

    private static Instant expected(int place) {
        return NOON.plus(Duration.ofMinutes(10L * place));
    }

    private static Duration width(Arrival arrival) {
        return Duration.between(arrival.from(), arrival.until());
    }
}
