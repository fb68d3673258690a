package coop.kumiai.members;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 生年月日 as people write it: 1971年4月1日, 1971/4/1, 19710401, 昭和46年4月1日, S46.4.1, 令和元年5月1日, in full
 * width too.
 */
public final class BirthDate {
    private static final int MOST_CHARACTERS = 40;
    private static final int OLDEST_YEARS = 130;
    private static final Map<String, JapaneseEra> ERAS =
            Map.of(
                    "明治",
                    JapaneseEra.MEIJI,
                    "M",
                    JapaneseEra.MEIJI,
                    "大正",
                    JapaneseEra.TAISHO,
                    "T",
                    JapaneseEra.TAISHO,
                    "昭和",
                    JapaneseEra.SHOWA,
                    "S",
                    JapaneseEra.SHOWA,
                    "平成",
                    JapaneseEra.HEISEI,
                    "H",
                    JapaneseEra.HEISEI,
                    "令和",
                    JapaneseEra.REIWA,
                    "R",
                    JapaneseEra.REIWA);
    private static final String ERA = "(?<era>明治|大正|昭和|平成|令和|[MTSHR])";
    private static final String YEAR_MONTH_DAY = "(?<month>[0-9]{1,2})[^0-9](?<day>[0-9]{1,2})日?";
    private static final Pattern[] SHAPES = {
        Pattern.compile("(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})"),
        Pattern.compile("(?<year>[0-9]{4})[^0-9]" + YEAR_MONTH_DAY),
        Pattern.compile(ERA + "(?<year>[0-9]{1,2}|元)[^0-9]" + YEAR_MONTH_DAY),
        Pattern.compile(ERA + "(?<year>[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})"),
    };
    private static final DateTimeFormatter WAREKI =
            DateTimeFormatter.ofPattern("GGGGy年M月d日", Locale.JAPAN)
                    .withChronology(JapaneseChronology.INSTANCE);

    private BirthDate() {}

    /** The day that was typed; empty when there is no such day, or nobody alive was born on it. */
    public static Optional<LocalDate> read(String typed, LocalDate today) {
        if (typed.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        var text =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}]", "")
                        .toUpperCase(Locale.ROOT);
        for (var shape : SHAPES) {
            var match = shape.matcher(text);
            if (match.matches()) {
                return day(match).filter(it -> isBirthDate(it, today));
            }
        }
        return Optional.empty();
    }

    /** {@code 1971年4月1日（昭和46年4月1日）}. */
    public static String print(LocalDate day) {
        return "%d年%d月%d日（%s）"
                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), wareki(day));
    }

    /** 和暦: {@code 昭和46年4月1日}; the first year of an era is 元年. */
    public static String wareki(LocalDate day) {
        return WAREKI.format(day).replaceFirst("(?<=\\p{IsHan})1年", "元年");
    }

    private static Optional<LocalDate> day(Matcher match) {
        try {
            var year = match.group("year").equals("元") ? 1 : Integer.parseInt(match.group("year"));
            var month = Integer.parseInt(match.group("month"));
            var day = Integer.parseInt(match.group("day"));
            var era = era(match);
            return Optional.of(
                    era == null
                            ? LocalDate.of(year, month, day)
                            : LocalDate.from(JapaneseDate.of(era, year, month, day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static @Nullable JapaneseEra era(Matcher match) {
        return match.namedGroups().containsKey("era") ? ERAS.get(match.group("era")) : null;
    }

    private static boolean isBirthDate(LocalDate day, LocalDate today) {
        return !day.isAfter(today) && day.isAfter(today.minusYears(OLDEST_YEARS));
    }
}
