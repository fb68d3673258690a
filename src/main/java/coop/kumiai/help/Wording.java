package coop.kumiai.help;

import static java.util.stream.Collectors.joining;

import coop.kumiai.kernel.InWords;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * How the value of a policy is said in a sentence: {@code 1,500円}, {@code 60分}, {@code 3時30分},
 * {@code 4・5}.
 */
final class Wording {
    private Wording() {}

    /**
     * @throws IllegalArgumentException when a member could not read such a value
     */
    static String markdown(Object value) {
        return switch (value) {
            case Yen yen -> yen.toString();
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            case Duration span -> span(span);
            case LocalTime time -> JapaneseDates.time(time);
            case String text -> escaped(text);
            case InWords thing -> escaped(thing.inWords());
            case List<?> list -> list(list);
            default -> throw new IllegalArgumentException("no words for " + value.getClass());
        };
    }

    /**
     * Whole days from two, whole hours from two, whole minutes, or seconds: an hour is 60分, a day
     * 24時間.
     */
    private static String span(Duration span) {
        var seconds = span.toSeconds();
        if (seconds >= 2 * 86_400 && seconds % 86_400 == 0) {
            return seconds / 86_400 + "日";
        }
        if (seconds >= 2 * 3_600 && seconds % 3_600 == 0) {
            return seconds / 3_600 + "時間";
        }
        return seconds % 60 == 0 ? seconds / 60 + "分" : seconds + "秒";
    }

    /** Things with words of their own become a list of Markdown, all else stands in a row. */
    private static String list(List<?> list) {
        var things = !list.isEmpty() && list.getFirst() instanceof InWords;
        return list.stream()
                .map(item -> (things ? "- " : "") + markdown(item))
                .collect(joining(things ? "\n" : "・"));
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]<>#&~|]", "\\\\$0");
    }
}
