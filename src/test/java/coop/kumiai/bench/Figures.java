package coop.kumiai.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a bench found: lines for people first, then one line per figure for scripts. */
final class Figures {
    private final List<String> words = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private String perSecond = "";

    private record Figure(String name, double value, String unit) {
        String line() {
            var written =
                    value == Math.rint(value)
                            ? "%.0f".formatted(value)
                            : String.format(Locale.ROOT, "%.1f", value);
            return "figure %s %s %s".formatted(name, written, unit);
        }
    }

    Figures say(String format, Object... values) {
        var line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        words.add(line);
        return this;
    }

    Figures add(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit));
        return this;
    }

    /** The figure that is compared with the yardstick. */
    Figures addRate(String name, double perSecondValue, String unit) {
        perSecond = name;
        return add(name, perSecondValue, unit);
    }

    void print(PrintStream out, double yardstick) {
        out.printf(
                Locale.ROOT,
                "%nyardstick of this machine: %.0f transactions/s (one-row UPDATE + INSERT)%n",
                yardstick);
        var ratio =
                figures.stream()
                        .filter(it -> it.name().equals(perSecond))
                        .mapToDouble(it -> it.value() / yardstick)
                        .findFirst();
        ratio.ifPresent(it -> out.printf(Locale.ROOT, "%s : yardstick = %.3f%n", perSecond, it));
        out.println();
        figures.forEach(it -> out.println(it.line()));
        out.println(new Figure("yardstick", yardstick, "transactions/s").line());
        ratio.ifPresent(
                it ->
                        out.printf(
                                Locale.ROOT,
                                "figure %s.per_yardstick %.3f ratio%n",
                                perSecond,
                                it));
    }
}
