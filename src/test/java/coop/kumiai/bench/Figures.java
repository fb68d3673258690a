package coop.kumiai.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a bench found: lines for people first, then one line per figure for scripts. */
final class Figures {
    private final List<Figure> figures = new ArrayList<>();
    private final List<Figure> rates = new ArrayList<>();

    private record Figure(String name, double value, String unit) {
        String line() {
            return String.format(
                    Locale.ROOT, "figure %s %." + decimals() + "f %s", name, value, unit);
        }

        private int decimals() {
            if (unit.equals("ratio")) {
                return 3;
            }
            return value == Math.rint(value) ? 0 : 1;
        }

        Figure per(double yardstick) {
            return new Figure(name + ".per_yardstick", value / yardstick, "ratio");
        }
    }

    Figures say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
        return this;
    }

    Figures add(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit));
        return this;
    }

    /** A figure that is compared with the yardstick. */
    Figures addRate(String name, double perSecond, String unit) {
        rates.add(new Figure(name, perSecond, unit));
        return add(name, perSecond, unit);
    }

    void print(PrintStream out, double yardstick) {
        out.printf(
                Locale.ROOT,
                "%nyardstick of this machine: %.0f transactions/s (one-row UPDATE + INSERT)%n%n",
                yardstick);
        figures.forEach(it -> out.println(it.line()));
        out.println(new Figure("yardstick", yardstick, "transactions/s").line());
        rates.forEach(it -> out.println(it.per(yardstick).line()));
    }
}
