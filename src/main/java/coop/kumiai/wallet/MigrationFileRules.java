package coop.kumiai.wallet;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.members.MemberCode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a file of old cards must be like (U-WAL-6), pure: one line for each card, all of one cut
 * date, and at the end the sums as the old system printed them.
 */
final class MigrationFileRules {
    static final List<String> COLUMNS =
            List.of("card", "member_code", "balance", "points", "pending", "cut_on");

    private static final List<String> AMOUNTS = List.of("balance", "points", "pending");

    /** What stands instead of a card in the line of the sums. */
    private static final Set<String> TOTAL = Set.of("合計", "TOTAL");

    private static final Pattern CARD = Pattern.compile("[A-Z0-9]{4,30}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,4})?");
    private static final Pattern SUM = Pattern.compile("[0-9]{1,14}(\\.[0-9]{1,4})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private MigrationFileRules() {}

    /** A file that is in order and adds up. */
    record Sound(LocalDate cutOn, List<MigrationLine> lines) {}

    /**
     * @throws ImportRefused with everything that is wrong
     */
    static Sound sound(List<CsvFile.Line> read, LocalDate today) {
        if (read.isEmpty() || !isTotal(read.getLast())) {
            throw refused(0, "最後の行に合計がありません。カードの欄に「合計」、組合員コードの欄に枚数、ほかの欄に合計を入れてください。");
        }
        var cutOn = cutOn(read.getFirst(), today);
        var lines = lines(read.subList(0, read.size() - 1), cutOn);
        var control = read.getLast();
        var wrong = MigrationTotals.of(lines).differences(control.number(), totals(control, cutOn));
        if (lines.isEmpty()) {
            throw refused(control.number(), "カードの行がありません。");
        }
        if (!wrong.isEmpty()) {
            throw new ImportRefused(wrong);
        }
        return new Sound(cutOn, lines);
    }

    private static List<MigrationLine> lines(List<CsvFile.Line> read, LocalDate cutOn) {
        var lines = new ArrayList<MigrationLine>(read.size());
        var badLines = new ArrayList<BadLine>();
        var cards = new HashSet<String>();
        for (var it : read) {
            var wrong = wrong(it, cutOn, cards);
            if (wrong.isEmpty()) {
                lines.add(line(it));
            } else {
                badLines.add(new BadLine(it.number(), String.join("", wrong)));
            }
        }
        if (!badLines.isEmpty()) {
            throw new ImportRefused(badLines);
        }
        return lines;
    }

    private static List<String> wrong(CsvFile.Line line, LocalDate cutOn, Set<String> cards) {
        if (!line.isComplete()) {
            return List.of("列の数が見出しと合いません。");
        }
        var cell = line.byColumn();
        var wrong = new ArrayList<String>();
        var card = card(cell);
        if (!CARD.matcher(card).matches()) {
            wrong.add("カードの番号（card）は4から30文字の英数字にしてください。");
        } else if (!cards.add(card)) {
            wrong.add("カード「%s」は、前の行にもあります。".formatted(card));
        }
        if (MemberCode.parse(cell.apply("member_code")).isEmpty()) {
            wrong.add("組合員コード（member_code）は%d桁の数字にしてください。".formatted(MemberCode.LENGTH));
        }
        for (var column : AMOUNTS) {
            if (!AMOUNT.matcher(cell.apply(column)).matches()) {
                wrong.add("%sは0以上の数にしてください。".formatted(column));
            }
        }
        if (!cell.apply("cut_on").equals(cutOn.toString())) {
            wrong.add("締め日（cut_on）は、どの行も同じ日（%s）にしてください。".formatted(cutOn));
        }
        return wrong;
    }

    /** Call after {@link #wrong} found nothing. */
    private static MigrationLine line(CsvFile.Line line) {
        var cell = line.byColumn();
        return new MigrationLine(
                line.number(),
                card(cell),
                MemberCode.parse(cell.apply("member_code")).orElseThrow().digits(),
                new BigDecimal(cell.apply("balance")),
                new BigDecimal(cell.apply("points")),
                new BigDecimal(cell.apply("pending")));
    }

    private static LocalDate cutOn(CsvFile.Line first, LocalDate today) {
        return day(first)
                .filter(it -> !it.isAfter(today))
                .orElseThrow(
                        () ->
                                refused(
                                        first.number(),
                                        "締め日（cut_on）は、きょうまでの日を 2026-03-31 のように入れてください。"));
    }

    private static Optional<LocalDate> day(CsvFile.Line line) {
        try {
            return line.isComplete()
                    ? Optional.of(LocalDate.parse(line.byColumn().apply("cut_on")))
                    : Optional.empty();
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static boolean isTotal(CsvFile.Line line) {
        var at = line.header().indexOf("card");
        return at < line.cells().size() && TOTAL.contains(line.cells().get(at).strip());
    }

    private static MigrationTotals totals(CsvFile.Line line, LocalDate cutOn) {
        var cell = line.byColumn();
        var isRead =
                line.isComplete()
                        && COUNT.matcher(cell.apply("member_code")).matches()
                        && AMOUNTS.stream().allMatch(it -> SUM.matcher(cell.apply(it)).matches())
                        && cell.apply("cut_on").equals(cutOn.toString());
        if (!isRead) {
            throw refused(
                    line.number(),
                    "合計の行は、組合員コードの欄に枚数、balance・points・pending の欄に合計、締め日の欄に明細と同じ日を入れてください。");
        }
        return new MigrationTotals(
                Long.parseLong(cell.apply("member_code")),
                new BigDecimal(cell.apply("balance")),
                new BigDecimal(cell.apply("points")),
                new BigDecimal(cell.apply("pending")));
    }

    private static String card(UnaryOperator<String> cell) {
        return cell.apply("card").toUpperCase(Locale.ROOT).replace("-", "");
    }

    private static ImportRefused refused(long line, String reason) {
        return new ImportRefused(List.of(new BadLine(line, reason)));
    }
}
