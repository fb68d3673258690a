package coop.kumiai.wallet;

import coop.kumiai.kernel.BadLine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * 合計: what the lines of a file come to, or what its last line says they do.
 *
 * @param lines how many cards
 */
record MigrationTotals(long lines, BigDecimal balance, BigDecimal points, BigDecimal pending) {
    static final MigrationTotals NONE =
            new MigrationTotals(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static MigrationTotals of(List<MigrationLine> lines) {
        var sum = NONE;
        for (var it : lines) {
            sum = sum.plus(it);
        }
        return sum;
    }

    private MigrationTotals plus(MigrationLine line) {
        return new MigrationTotals(
                lines + 1,
                balance.add(line.balance()),
                points.add(line.points()),
                pending.add(line.pending()));
    }

    /** Which sums of the control line are not those of the lines. */
    List<BadLine> differences(long controlLine, MigrationTotals told) {
        var wrong = new ArrayList<BadLine>();
        if (lines != told.lines) {
            wrong.add(
                    new BadLine(
                            controlLine,
                            "カードの枚数が合いません。合計の行は%,d枚、明細は%,d枚です。".formatted(told.lines, lines)));
        }
        compare(controlLine, "残高（balance）", told.balance, balance, wrong);
        compare(controlLine, "ポイント（points）", told.points, points, wrong);
        compare(controlLine, "未受取のチャージ（pending）", told.pending, pending, wrong);
        return wrong;
    }

    private static void compare(
            long line, String name, BigDecimal told, BigDecimal found, List<BadLine> wrong) {
        if (told.compareTo(found) != 0) {
            var words = "%sの合計が合いません。合計の行は%s、明細の合計は%s、差は%sです。";
            wrong.add(
                    new BadLine(
                            line,
                            words.formatted(
                                    name, text(told), text(found), text(told.subtract(found)))));
        }
    }

    private static String text(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
