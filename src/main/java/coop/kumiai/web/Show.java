package coop.kumiai.web;

import coop.kumiai.kernel.JapaneseDates;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;

/**
 * How figures and times are written in the narrow places of a page; sentences use {@link
 * JapaneseDates}.
 */
public final class Show {
    private Show() {}

    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String time(LocalTime time) {
        return String.format(Locale.ROOT, "%d:%02d", time.getHour(), time.getMinute());
    }

    /** A day with its time: {@code 11/23(月) 10:00}. */
    public static String moment(LocalDateTime moment) {
        return JapaneseDates.day(moment.toLocalDate()) + " " + time(moment.toLocalTime());
    }

    /** A span of whole hours as {@code 14–16時}, any other as {@code 14:30–16:00}. */
    public static String hours(LocalTime from, LocalTime until) {
        boolean whole = from.getMinute() == 0 && until.getMinute() == 0;
        return whole
                ? from.getHour() + "–" + until.getHour() + "時"
                : time(from) + "–" + time(until);
    }

    /** Whole minutes that remain, the begun one counted, never below nought. */
    public static long minutes(Duration remaining) {
        return remaining.isNegative() ? 0 : (remaining.toSeconds() + 59) / 60;
    }
}
