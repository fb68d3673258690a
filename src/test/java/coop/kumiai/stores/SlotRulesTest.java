package coop.kumiai.stores;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class SlotRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:00, 2026-11-22",
        "2026-11-20T23:59:59, 2026-11-22",
        "2026-11-21T00:00, 2026-11-23",
    })
    @Rule("N-SLOT-6")
    @DisplayName("明後日の便は0時から選べる")
    void theLastDayOpensAtMidnight(LocalDateTime now, LocalDate last) {
        var days = SlotRules.openDays(new SlotHorizon(2, LocalTime.MIDNIGHT), now);
        assertThat(days).hasSize(3).startsWith(now.toLocalDate()).endsWith(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T06:59:59, 2026-11-21", "2026-11-20T07:00, 2026-11-22"})
    @Rule("N-SLOT-6")
    void aCoopMayOpenTheLastDayLaterInTheMorning(LocalDateTime now, LocalDate last) {
        assertThat(SlotRules.openDays(new SlotHorizon(2, LocalTime.of(7, 0)), now)).endsWith(last);
    }

    @Test
    @Rule("N-SLOT-5")
    void aSlotTakesNoOrderFromItsCutoffOn() {
        var slot = slot(10, 0, Optional.empty());
        assertThat(SlotRules.refusal(slot, slot.cutoffAt().minusMillis(1))).isEmpty();
        assertThat(SlotRules.refusal(slot, slot.cutoffAt()))
                .containsInstanceOf(SlotRefusal.PastCutoff.class);
    }

    @Test
    @Rule("N-SLOT-3")
    void aFullSlotIsRefusedBeforeItsCutoff() {
        var now = moment("2026-11-23T08:00");
        assertThat(SlotRules.refusal(slot(10, 9, Optional.empty()), now)).isEmpty();
        assertThat(SlotRules.refusal(slot(10, 10, Optional.empty()), now))
                .containsInstanceOf(SlotRefusal.Full.class);
    }

    @Test
    @Rule("N-SLOT-7")
    void aStoppedSlotSaysWhy() {
        assertThat(SlotRules.refusal(slot(10, 0, Optional.of("大雪")), moment("2026-11-23T08:00")))
                .hasValueSatisfying(refusal -> assertThat(refusal.sentence()).contains("大雪"));
    }

    @Test
    @Rule("N-SLOT-1")
    void aDayHasTheSlotsOfItsPlan() {
        var plan = new SlotPlan(List.of(time(1, 12, 9, 0), time(2, 14, 22, 1)));
        var slots = plan.slots().stream().map(it -> SlotRules.slot("shibuya", DAY, it, 0)).toList();
        assertThat(slots).extracting(Slot::hours).containsExactly("12時〜14時", "14時〜16時");
        assertThat(slots)
                .extracting(Slot::cutoffAt)
                .containsExactly(moment("2026-11-23T09:00"), moment("2026-11-22T22:00"));
    }

    private static SlotTime time(int number, int from, int cutoff, int daysBefore) {
        return new SlotTime(
                number,
                LocalTime.of(from, 0),
                LocalTime.of(from + 2, 0),
                daysBefore,
                LocalTime.of(cutoff, 0),
                20);
    }

    private static Slot slot(int capacity, int taken, Optional<String> stopped) {
        return new Slot(
                new SlotId("shibuya", DAY, 2),
                false,
                moment("2026-11-23T14:00"),
                moment("2026-11-23T16:00"),
                moment("2026-11-23T10:00"),
                new SlotPlaces(capacity, capacity, taken, 0, 0, 0, OptionalInt.empty(), 0),
                stopped,
                Optional.empty(),
                Optional.empty());
    }

    private static Instant moment(String time) {
        return LocalDateTime.parse(time).atZone(BusinessClock.JAPAN).toInstant();
    }
}
