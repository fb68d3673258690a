package coop.kumiai.orders;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.stores.Closure;
import coop.kumiai.stores.OpenTimes;
import coop.kumiai.stores.ShopHours;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

class CartRulesTest {
    private static final ShopHours REST = new ShopHours(LocalTime.of(3, 0), LocalTime.of(3, 30));
    private static final OpenTimes HOURS = new OpenTimes(REST, List.of());
    private static final OpenTimes WITH_WORK =
            new OpenTimes(REST, List.of(work("2026-11-20T02:00", "2026-11-20T03:15")));
    private static final Duration LIFE = Duration.ofMinutes(60);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:00, 2026-11-20T09:00",
        "2026-11-20T02:00, 2026-11-20T03:00",
        "2026-11-20T02:01, 2026-11-20T03:31",
        "2026-11-20T02:59, 2026-11-20T04:29",
        "2026-11-20T03:00, 2026-11-20T04:30",
        "2026-11-20T03:29, 2026-11-20T04:30",
        "2026-11-20T03:30, 2026-11-20T04:30",
        "2026-11-20T23:30, 2026-11-21T00:30",
    })
    @Rule({"N-CART-1", "N-HOUR-1"})
    @DisplayName("カートの60分に、お店の休みの時間は数えない")
    void theShopsRestDoesNotEatTheCartsTime(String start, String end) {
        assertThat(CartRules.expiresAt(LIFE, HOURS, TestClock.jst(start)))
                .isEqualTo(TestClock.jst(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T02:01, 60",
        "2026-11-20T02:59, 2",
        "2026-11-20T03:00, 1",
        "2026-11-20T03:15, 1",
        "2026-11-20T03:30, 1",
        "2026-11-20T03:31, 0",
        "2026-11-20T09:00, 0",
    })
    @Rule({"N-CART-1", "N-HOUR-1"})
    void whatRemainsStandsStillWhileTheShopRests(String now, long minutes) {
        var end = TestClock.jst("2026-11-20T03:31");
        assertThat(CartRules.remaining(HOURS, TestClock.jst(now), end))
                .isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T01:00, 2026-11-20T02:00, 60",
        "2026-11-20T01:01, 2026-11-20T03:31, 60",
        "2026-11-20T01:59, 2026-11-20T04:29, 60",
        "2026-11-20T02:00, 2026-11-20T04:30, 60",
        "2026-11-20T03:20, 2026-11-20T04:30, 60",
        "2026-11-20T03:30, 2026-11-20T04:30, 60",
    })
    @Rule({"N-CART-1", "N-HOUR-1"})
    @DisplayName("点検の休みも、カートの時間に数えない")
    void anAnnouncedRestDoesNotEatTheCartsTime(String start, String end, long minutes) {
        var from = TestClock.jst(start);
        assertThat(CartRules.expiresAt(LIFE, WITH_WORK, from)).isEqualTo(TestClock.jst(end));
        assertThat(CartRules.remaining(WITH_WORK, from, TestClock.jst(end)))
                .isEqualTo(Duration.ofMinutes(minutes));
    }

    private static Closure work(String from, String until) {
        return new Closure(new UUID(0, 1), TestClock.jst(from), TestClock.jst(until), "システムの点検");
    }

    @Test
    void aCartMayLiveForDays() {
        var start = TestClock.jst("2026-11-20T08:00");
        var end = CartRules.expiresAt(Duration.ofDays(3), HOURS, start);
        assertThat(end).isEqualTo(TestClock.jst("2026-11-23T09:30"));
        assertThat(CartRules.remaining(HOURS, start, end)).isEqualTo(Duration.ofDays(3));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "6, true", "7, false", "-1, false", "2147483647, false"})
    @Rule("N-ORD-2")
    @DisplayName("同じ商品は6点まで")
    void ofOneProductThereAreAtMostSix(int quantity, boolean allowed) {
        assertThat(CartRules.quantity("卵", quantity, 6).isEmpty()).isEqualTo(allowed);
    }

    @Test
    @Rule("N-ORD-2")
    void aProductsOwnLimitGoesBeforeTheCoops() {
        var limits = OrderRulesTest.LIMITS;
        assertThat(CartRules.most(OptionalInt.empty(), limits)).isEqualTo(6);
        assertThat(CartRules.most(OptionalInt.of(2), limits)).isEqualTo(2);
        assertThat(CartRules.most(OptionalInt.of(12), limits)).isEqualTo(12);
    }

    @Test
    @Rule("N-ORD-2")
    void theRefusalSaysTheFigureAndTheWayOut() {
        assertThat(CartRules.quantity("卵", 7, 6))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.sentence()).contains("6点まで", "お店で"));
    }
}
