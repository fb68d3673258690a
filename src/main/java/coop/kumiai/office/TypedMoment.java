package coop.kumiai.office;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.web.Field;
import coop.kumiai.web.Option;
import coop.kumiai.web.Show;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A moment that staff type as a day and a time of half an hour, in two fields of one name. */
final class TypedMoment {
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int STEPS_A_DAY = 48;

    private TypedMoment() {}

    /** The moment of the fields {@code nameDay} and {@code nameTime}; empty when unreadable. */
    static Optional<Instant> of(Map<String, String> typed, String name) {
        try {
            return Optional.of(
                    LocalDate.parse(typed.getOrDefault(name + "Day", ""))
                            .atTime(LocalTime.parse(typed.getOrDefault(name + "Time", "")))
                            .atZone(BusinessClock.JAPAN)
                            .toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    static Field day(String name, String label, Map<String, String> typed, LocalDate offered) {
        return Field.of(Field.Kind.DATE, name + "Day", label)
                .value(typed.getOrDefault(name + "Day", offered.toString()));
    }

    static Field time(String name, String label, Map<String, String> typed, String offered) {
        return Field.select(name + "Time", label, times())
                .value(typed.getOrDefault(name + "Time", offered));
    }

    /** Every half hour of a day. */
    static List<Option> times() {
        return IntStream.range(0, STEPS_A_DAY)
                .mapToObj(it -> LocalTime.MIN.plus(STEP.multipliedBy(it)))
                .map(it -> Option.of(it.toString(), Show.time(it)))
                .toList();
    }
}
