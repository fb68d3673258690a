package coop.kumiai.office;

import static java.util.stream.Collectors.joining;

import coop.kumiai.kernel.InWords;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The Japanese names of policies and the wording of their values for staff. */
@Component
class PolicyWords {
    private static final String FILE = "/office/policies.properties";
    private final Properties names = read();

    /** What a policy or one of its values is called; its code where nobody named it yet. */
    String name(String code) {
        return names.getProperty(code, code);
    }

    boolean isNamed(String code) {
        return names.containsKey(code);
    }

    /**
     * A value in words.
     *
     * @param code of the value, such as {@code orders.cart.atExpiry}
     */
    String value(String code, Object value) {
        return switch (value) {
            case Boolean yes -> yes ? "あり" : "なし";
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            case Yen yen -> yen.toString();
            case LocalTime time -> JapaneseDates.time(time);
            case Duration span -> span(span);
            case InWords thing -> thing.inWords();
            case Enum<?> choice -> name(code + "." + choice.name());
            case List<?> list -> list.stream().map(it -> value(code, it)).collect(joining("、"));
            default -> value.toString();
        };
    }

    /** As the help says it: an hour is 60分, a day 24時間. */
    static String span(Duration span) {
        var seconds = span.toSeconds();
        if (seconds >= 2 * 86_400 && seconds % 86_400 == 0) {
            return seconds / 86_400 + "日";
        }
        if (seconds >= 2 * 3_600 && seconds % 3_600 == 0) {
            return seconds / 3_600 + "時間";
        }
        return seconds % 60 == 0 ? seconds / 60 + "分" : seconds + "秒";
    }

    private static Properties read() {
        var names = new Properties();
        try (var stream = PolicyWords.class.getResourceAsStream(FILE)) {
            names.load(
                    new InputStreamReader(
                            java.util.Objects.requireNonNull(stream), StandardCharsets.UTF_8));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
