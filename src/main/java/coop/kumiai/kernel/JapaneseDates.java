package coop.kumiai.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates and times as members read them: {@code 11/23(月)}, {@code 14時}, {@code 3時30分}, {@code
 * 11/23(月) 10時}.
 */
public final class JapaneseDates {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("M/d(E)", Locale.JAPAN);
    private static final DateTimeFormatter FULL_DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日(E)", Locale.JAPAN);

    private JapaneseDates() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String fullDay(LocalDate day) {
        return FULL_DAY.format(day);
    }

    public static String time(LocalTime time) {
        return time.getMinute() == 0
                ? time.getHour() + "時"
                : time.getHour() + "時" + time.getMinute() + "分";
    }

    /** A span such as {@code 14時〜16時}. */
    public static String span(LocalTime from, LocalTime until) {
        return time(from) + "〜" + time(until);
    }

    public static String moment(Instant moment) {
        var local = moment.atZone(BusinessClock.JAPAN);
        return day(local.toLocalDate()) + " " + time(local.toLocalTime());
    }

    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(BusinessClock.JAPAN).toLocalDate();
    }

    /**
     * A length of time in its largest whole unit: {@code 30日}, {@code 24時間}, {@code 60分}, {@code
     * 10秒}.
     */
    public static String duration(Duration length) {
        var hours = length.toHours();
        if (length.equals(Duration.ofDays(length.toDays())) && length.toDays() > 1) {
            return length.toDays() + "日";
        }
        if (length.equals(Duration.ofHours(hours)) && hours > 1) {
            return hours + "時間";
        }
        return length.toSecondsPart() == 0 && length.toMinutes() > 0
                ? length.toMinutes() + "分"
                : seconds(length);
    }

    private static String seconds(Duration length) {
        return length.toMinutes() == 0
                ? length.toSeconds() + "秒"
                : length.toMinutes() + "分" + length.toSecondsPart() + "秒";
    }
}
