package coop.kumiai.billing;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.Yen;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 振込入金通知, records of 200 bytes: what people transferred. */
final class TransferRules {
    /** Eight figures by themselves, as a payer types them beside the name. */
    private static final Pattern IN_NAME = Pattern.compile("(?<![0-9])([0-9]{8})(?![0-9])");

    private static final String CANCELLED = "1";
    private static final int REIWA = 2018;
    private static final int CENTURY = 2000;
    private static final int HUNDRED = 100;

    private TransferRules() {}

    static List<ZenginLine> read(
            ZenginRecord header,
            List<ZenginRecord> data,
            ZenginRecord trailer,
            BankAccount own,
            LocalDate today,
            Collection<BadLine> bad) {
        var account = String.join("-", header.raw(22, 4), header.raw(41, 3), header.raw(60, 7));
        if (!account.equals(own.number())) {
            bad.add(new BadLine(1, "口座が「%s」です。この生協の「%s」ではありません".formatted(account, own.number())));
        }
        var lines = lines(data, account, today, bad);
        if (lines.size() == data.size()) {
            ZenginTotals.check(trailer, 1, "振込合計", lines, it -> !isReversal(it), bad);
            ZenginTotals.check(trailer, 19, "取消合計", lines, TransferRules::isReversal, bad);
        }
        return lines;
    }

    private static List<ZenginLine> lines(
            List<ZenginRecord> data, String account, LocalDate today, Collection<BadLine> bad) {
        var lines = new ArrayList<ZenginLine>();
        var seen = new HashMap<String, Integer>();
        for (var record : data) {
            line(record, today, bad)
                    .map(it -> keyed(it, record, account, seen))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<ZenginLine> line(
            ZenginRecord record, LocalDate today, Collection<BadLine> bad) {
        var amount = record.figures(19, 10);
        var day = day(record.figures(7, 6), today);
        var cancelled = record.raw(127, 1);
        if (amount.orElse(0) == 0) {
            bad.add(
                    new BadLine(
                            record.number(),
                            "金額「%s」が1円以上の数字ではありません".formatted(record.raw(19, 10))));
        }
        if (day.isEmpty()) {
            bad.add(
                    new BadLine(
                            record.number(),
                            "勘定日「%s」が、この一年の、今日までの日付ではありません".formatted(record.raw(7, 6))));
        }
        if (!List.of("", "0", CANCELLED).contains(cancelled)) {
            bad.add(new BadLine(record.number(), "取消区分「%s」は知られていません".formatted(cancelled)));
            return Optional.empty();
        }
        if (day.isEmpty() || amount.orElse(0) == 0) {
            return Optional.empty();
        }
        var name = record.text(49, 48);
        return Optional.of(
                new ZenginLine(
                        record.number(),
                        "",
                        cancelled.equals(CANCELLED) ? Receipt.Kind.REVERSAL : Receipt.Kind.TRANSFER,
                        day.get(),
                        name,
                        payerNumber(record.raw(39, 10), name),
                        Yen.of(amount.getAsLong()),
                        ""));
    }

    /** The bank's own number of the day; a bank that gives none is told apart by what it says. */
    private static ZenginLine keyed(
            ZenginLine line, ZenginRecord record, String account, HashMap<String, Integer> seen) {
        var inquiry = record.figures(1, 6).orElse(0);
        var said =
                inquiry == 0
                        ? "%s:%s:%s"
                                .formatted(
                                        line.amount().amount(),
                                        line.payerName(),
                                        line.payerNumber())
                        : Long.toString(inquiry);
        var key = "%s:%s:%s:%s".formatted(line.kind().code(), account, line.day(), said);
        var times = seen.merge(key, 1, Integer::sum);
        return new ZenginLine(
                line.number(),
                key + ":" + times,
                line.kind(),
                line.day(),
                line.payerName(),
                line.payerNumber(),
                line.amount(),
                "");
    }

    private static String payerNumber(String code, String name) {
        return Stream.of(code.replaceFirst("^0+", ""), name)
                .map(IN_NAME::matcher)
                .filter(it -> it.find())
                .map(it -> it.group(1))
                .findFirst()
                .orElse("");
    }

    /**
     * YYMMDD in the Japanese era or, as some banks write it, in the western year: whichever lies in
     * the last twelve months.
     */
    private static Optional<LocalDate> day(OptionalLong said, LocalDate today) {
        var figures = (int) said.orElse(0);
        return Stream.of(REIWA, CENTURY)
                .flatMap(begin -> day(begin, figures).stream())
                .filter(it -> !it.isAfter(today) && it.isAfter(today.minusYears(1)))
                .findFirst();
    }

    private static Optional<LocalDate> day(int begin, int figures) {
        try {
            var year = begin + figures / HUNDRED / HUNDRED;
            return Optional.of(LocalDate.of(year, figures / HUNDRED % HUNDRED, figures % HUNDRED));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static boolean isReversal(ZenginLine line) {
        return line.kind() == Receipt.Kind.REVERSAL;
    }
}
