package coop.kumiai.billing;

import coop.kumiai.kernel.BadLine;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The control totals of a trailer: how many lines, and how much. */
final class ZenginTotals {
    private static final int COUNT = 6;
    private static final int SUM = 12;

    private ZenginTotals() {}

    /** Compares one pair of totals, which begins at a place, with the lines that it is about. */
    static void check(
            ZenginRecord trailer,
            int at,
            String name,
            List<ZenginLine> lines,
            Predicate<ZenginLine> which,
            Collection<BadLine> bad) {
        var about = lines.stream().filter(which).toList();
        long sum = about.stream().mapToLong(it -> it.amount().amount()).sum();
        check(trailer, name + "件数", trailer.figures(at, COUNT), about.size(), bad);
        check(trailer, name + "金額", trailer.figures(at + COUNT, SUM), sum, bad);
    }

    private static void check(
            ZenginRecord trailer,
            String name,
            OptionalLong said,
            long counted,
            Collection<BadLine> bad) {
        if (said.isEmpty() || said.getAsLong() != counted) {
            bad.add(
                    new BadLine(
                            trailer.number(),
                            "%sが合いません。合計の行は%s、明細を数えると%,dです"
                                    .formatted(name, inWords(said), counted)));
        }
    }

    private static String inWords(OptionalLong said) {
        return said.isPresent() ? "%,d".formatted(said.getAsLong()) : "数字でなく";
    }
}
