package coop.kumiai.kernel;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The days on which the co-op's offices and banks work (営業日): not Saturdays, Sundays and national
 * holidays (祝日, 振替休日, 国民の休日).
 */
public final class BusinessCalendar {
    private static final String HOLIDAYS = "data/holidays.tsv";

    private final Map<LocalDate, String> holidays;
    private final Year first;
    private final Year last;

    private BusinessCalendar(Map<LocalDate, String> holidays) {
        this.holidays = holidays;
        var years = holidays.keySet().stream().map(Year::from).sorted().toList();
        this.first = years.getFirst();
        this.last = years.getLast();
    }

    /** The national holidays that the build wrote beside the classes. */
    public static BusinessCalendar ofJapan() {
        try (var lines = open()) {
            return new BusinessCalendar(
                    lines.lines()
                            .map(line -> line.split("\t", -1))
                            .collect(
                                    toUnmodifiableMap(
                                            day -> LocalDate.parse(day[0]), day -> day[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isHoliday(LocalDate day) {
        return holidayName(day).isPresent();
    }

    /** The name of the holiday, such as 秋分の日. */
    public Optional<String> holidayName(LocalDate day) {
        requireKnown(day);
        return Optional.ofNullable(holidays.get(day));
    }

    public boolean isBusinessDay(LocalDate day) {
        var weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /**
     * The n-th business day after the given day; with 0 the day itself, or the next business day
     * when it is none.
     */
    public LocalDate plusBusinessDays(LocalDate day, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("business days are counted forward");
        }
        var reached = n == 0 ? onOrAfter(day) : day;
        for (var left = n; left > 0; left--) {
            reached = onOrAfter(reached.plusDays(1));
        }
        return reached;
    }

    private LocalDate onOrAfter(LocalDate day) {
        var reached = day;
        while (!isBusinessDay(reached)) {
            reached = reached.plusDays(1);
        }
        return reached;
    }

    /** A year outside the table must not silently become a year without holidays. */
    private void requireKnown(LocalDate day) {
        if (day.getYear() < first.getValue() || day.getYear() > last.getValue()) {
            throw new IllegalArgumentException(
                    "holidays are known from " + first + " to " + last + ", not for " + day);
        }
    }

    private static BufferedReader open() {
        var stream = BusinessCalendar.class.getClassLoader().getResourceAsStream(HOLIDAYS);
        return new BufferedReader(
                new InputStreamReader(
                        Objects.requireNonNull(
                                stream, HOLIDAYS + " is missing: run `node build/data.mjs`"),
                        StandardCharsets.UTF_8));
    }
}
