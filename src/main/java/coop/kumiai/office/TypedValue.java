package coop.kumiai.office;

import static java.util.stream.Collectors.joining;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One value of a policy as staff type it: 1500, 17:00, 60分, あり, 4、5. */
final class TypedValue {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})(日|時間|分|秒)");
    private static final Pattern BETWEEN = Pattern.compile("[、,・ ]+");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "日", Duration.ofDays(1),
                    "時間", Duration.ofHours(1),
                    "分", Duration.ofMinutes(1),
                    "秒", Duration.ofSeconds(1));

    private TypedValue() {}

    /** Whether a value of this kind can be typed at all. */
    static boolean canBeTyped(RecordComponent component) {
        var type = component.getType();
        return type == int.class
                || type == boolean.class
                || type == Yen.class
                || type == LocalTime.class
                || type == Duration.class
                || type == String.class
                || type.isEnum()
                || isNumbers(component);
    }

    /** How it is typed, for the hint above the field. */
    static String hint(RecordComponent component) {
        var type = component.getType();
        if (type == LocalTime.class) {
            return "例：17:00";
        }
        if (type == Duration.class) {
            return "例：60分、24時間、30日、10秒";
        }
        if (isNumbers(component)) {
            return "例：4、5。ないときは空のままにします。";
        }
        return type == String.class ? "文字で書きます。" : "数字だけを書きます。";
    }

    static String write(Object value) {
        return switch (value) {
            case Yen yen -> Long.toString(yen.amount());
            case Duration span -> PolicyWords.span(span);
            case List<?> list -> list.stream().map(Object::toString).collect(joining("、"));
            case Enum<?> choice -> choice.name();
            default -> value.toString();
        };
    }

    /** Empty when it cannot be read as a value of this kind. */
    static Optional<Object> read(RecordComponent component, String typed) {
        var type = component.getType();
        var text = java.text.Normalizer.normalize(typed.strip(), java.text.Normalizer.Form.NFKC);
        if (type == int.class) {
            return number(text).map(it -> it);
        }
        if (type == Yen.class) {
            return number(text).map(it -> Yen.of(it));
        }
        if (type == boolean.class) {
            return Optional.of(Boolean.valueOf(text));
        }
        if (type == LocalTime.class) {
            return time(text).map(it -> it);
        }
        if (type == Duration.class) {
            return span(text).map(it -> it);
        }
        return type == String.class ? words(typed) : chosen(component, text);
    }

    private static Optional<Object> chosen(RecordComponent component, String text) {
        if (isNumbers(component)) {
            return numbers(text).map(it -> it);
        }
        return Arrays.stream(component.getType().getEnumConstants())
                .filter(it -> it.toString().equals(text))
                .findFirst()
                .map(it -> it);
    }

    private static Optional<Integer> number(String text) {
        var digits = text.replace(",", "");
        return NUMBER.matcher(digits).matches()
                ? Optional.of(Integer.valueOf(digits))
                : Optional.empty();
    }

    private static Optional<List<Integer>> numbers(String text) {
        var parts = text.isEmpty() ? List.<String>of() : List.of(BETWEEN.split(text));
        return parts.stream().allMatch(part -> NUMBER.matcher(part).matches())
                ? Optional.of(parts.stream().map(Integer::valueOf).toList())
                : Optional.empty();
    }

    private static Optional<LocalTime> time(String text) {
        var parts = TIME.matcher(text);
        try {
            return parts.matches()
                    ? Optional.of(
                            LocalTime.of(
                                    Integer.parseInt(parts.group(1)),
                                    Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> span(String text) {
        var parts = SPAN.matcher(text);
        return parts.matches()
                ? Optional.ofNullable(UNITS.get(parts.group(2)))
                        .map(unit -> unit.multipliedBy(Long.parseLong(parts.group(1))))
                : Optional.empty();
    }

    private static Optional<Object> words(String typed) {
        var text = JapaneseText.tidy(typed);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static boolean isNumbers(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == Integer.class;
    }
}
