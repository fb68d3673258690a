package coop.kumiai.stores;

import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

class OpenTimesTest {
    private static final ShopHours REST = new ShopHours(LocalTime.of(3, 0), LocalTime.of(3, 30));
    private static final Closure WORK = closure("2026-11-20T02:00", "2026-11-20T03:15");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T02:59:59, false",
        "2026-11-20T03:00, true",
        "2026-11-20T03:29:59, true",
        "2026-11-20T03:30, false"
    })
    @Rule("N-HOUR-1")
    void theShopRestsFromItsFirstToBeforeItsLastMinute(String at, boolean closed) {
        var times = new OpenTimes(REST, List.of());
        assertThat(times.closed(jst(at)).isPresent()).isEqualTo(closed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T01:59:59, ''",
        "2026-11-20T02:00, システムの点検のため、11/20(金) 3時15分まで",
        "2026-11-20T02:59:59, システムの点検",
        "2026-11-20T03:00, 3時30分からもう一度",
        "2026-11-20T03:30, ''",
        "2026-11-21T02:00, ''"
    })
    @Rule("N-HOUR-1")
    void anAnnouncedRestSaysWhyAndUntilWhen(String at, String said) {
        var closed = new OpenTimes(REST, List.of(WORK)).closed(jst(at));
        assertThat(closed.map(ShopClosed::sentence).orElse(""))
                .satisfies(
                        sentence -> {
                            if (said.isEmpty()) {
                                assertThat(sentence).isEmpty();
                            } else {
                                assertThat(sentence).contains(said, "カートの中身はそのまま");
                            }
                        });
    }

    @Test
    void itOpensAfterTheLastOfRestsThatFollowEachOther() {
        var times =
                new OpenTimes(REST, List.of(WORK, closure("2026-11-20T03:30", "2026-11-20T04:00")));
        assertThat(times.openFrom(jst("2026-11-20T02:30"))).isEqualTo(jst("2026-11-20T04:00"));
        assertThat(times.openUntil(jst("2026-11-20T01:00"))).isEqualTo(jst("2026-11-20T02:00"));
        assertThat(times.openUntil(jst("2026-11-20T04:00"))).isEqualTo(jst("2026-11-21T03:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T01:00, 2026-11-20T02:00, ''",
        "2026-11-20T01:00, 2026-11-20T02:01, stores/closure-overlaps",
        "2026-11-20T03:15, 2026-11-20T04:00, ''",
        "2026-11-20T03:14, 2026-11-20T04:00, stores/closure-overlaps",
        "2026-11-20T00:00, 2026-11-20T01:00, stores/closure-not-beforehand",
        "2026-11-20T00:01, 2026-11-20T00:01, stores/closure-ends-first",
    })
    @Rule("N-HOUR-1")
    void itIsAnnouncedBeforehandAndForATimeOfItsOwn(String from, String until, String code) {
        var refused =
                ClosureRules.announcing(
                        closure(from, until), List.of(WORK), jst("2026-11-20T00:00"));
        assertThat(refused.map(ClosureRefusal::code).orElse("")).isEqualTo(code);
    }

    private static Closure closure(String from, String until) {
        return new Closure(new UUID(0, 1), jst(from), jst(until), "システムの点検");
    }
}
