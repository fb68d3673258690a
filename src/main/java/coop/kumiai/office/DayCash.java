package coop.kumiai.office;

import coop.kumiai.kernel.Yen;
import coop.kumiai.road.CashReport;

import java.util.List;

/**
 * The drivers' reports of a day (現金の締め) beside what their hand-overs came to.
 *
 * @param expected what was taken at the doors
 */
public record DayCash(Yen expected, List<Row> rows) {
    public DayCash {
        rows = List.copyOf(rows);
    }

    /** One report. */
    public record Row(int slot, String driver, CashReport report) {}

    /** What the drivers counted, without the change that they set out with. */
    public Yen counted() {
        return Yen.sum(rows.stream().map(it -> it.report().counted()).toList())
                .minus(Yen.sum(rows.stream().map(it -> it.report().change()).toList()));
    }

    /** Taken at the doors and in no report yet. */
    public Yen unreported() {
        return expected.minus(Yen.sum(rows.stream().map(it -> it.report().taken().sum()).toList()));
    }

    /** {@code ありません}, {@code 100円不足} or {@code 100円過剰}. */
    public static String difference(Yen difference) {
        if (difference.isZero()) {
            return "ありません";
        }
        return difference.isLessThan(Yen.ZERO)
                ? Yen.ZERO.minus(difference) + "不足"
                : difference + "過剰";
    }
}
