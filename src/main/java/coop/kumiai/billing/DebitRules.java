package coop.kumiai.billing;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.Yen;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** 口座振替結果, records of 120 bytes: what could be debited and what could not. */
final class DebitRules {
    private static final Map<String, String> RESULTS =
            Map.of(
                    "0", "",
                    "1", "資金不足",
                    "2", "預金取引なし",
                    "3", "預金者の都合による振替停止",
                    "4", "預金口座振替依頼書なし",
                    "8", "委託者の都合による振替停止",
                    "9", "その他");
    private static final Pattern NUMBER = Pattern.compile("0*([0-9]{1,18})");
    private static final int MONTH = 100;

    private DebitRules() {}

    static List<ZenginLine> read(
            ZenginRecord header,
            List<ZenginRecord> data,
            ZenginRecord trailer,
            BankAccount own,
            LocalDate today,
            Collection<BadLine> bad) {
        var consignor = header.raw(4, 10);
        if (!consignor.equals(own.consignorCode())) {
            bad.add(
                    new BadLine(
                            1,
                            "委託者コードが「%s」です。この生協の「%s」ではありません"
                                    .formatted(consignor, own.consignorCode())));
        }
        var day = day(header, today);
        if (day.isEmpty()) {
            bad.add(new BadLine(1, "引落日「%s」が日付ではありません".formatted(header.raw(54, 4))));
        }
        var lines = lines(data, consignor, day.orElse(today), bad);
        if (lines.size() == data.size()) {
            ZenginTotals.check(trailer, 1, "合計", lines, it -> true, bad);
            ZenginTotals.check(trailer, 19, "振替済", lines, it -> !it.failed(), bad);
            ZenginTotals.check(trailer, 37, "振替不能", lines, ZenginLine::failed, bad);
        }
        return lines;
    }

    private static List<ZenginLine> lines(
            List<ZenginRecord> data, String consignor, LocalDate day, Collection<BadLine> bad) {
        var lines = new ArrayList<ZenginLine>();
        var seen = new HashMap<String, Integer>();
        for (var record : data) {
            var key = "debit:%s:%s:%s".formatted(consignor, day, record.raw(91, 20));
            var times = seen.merge(key, 1, Integer::sum);
            line(record, key + ":" + times, day, bad).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<ZenginLine> line(
            ZenginRecord record, String key, LocalDate day, Collection<BadLine> bad) {
        var amount = record.figures(80, 10);
        var result = RESULTS.get(record.raw(111, 1));
        if (amount.isEmpty() || amount.getAsLong() == 0) {
            bad.add(
                    new BadLine(
                            record.number(),
                            "引落金額「%s」が1円以上の数字ではありません".formatted(record.raw(80, 10))));
        }
        if (result == null) {
            bad.add(
                    new BadLine(
                            record.number(), "振替結果コード「%s」は知られていません".formatted(record.raw(111, 1))));
        }
        if (result == null || amount.orElse(0) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new ZenginLine(
                        record.number(),
                        key,
                        Receipt.Kind.DEBIT,
                        day,
                        record.text(50, 30),
                        payerNumber(record.raw(91, 20)),
                        Yen.of(amount.getAsLong()),
                        result));
    }

    private static String payerNumber(String customer) {
        var number = NUMBER.matcher(customer);
        return number.matches() ? Long.toString(Long.parseLong(number.group(1))) : "";
    }

    /** The last such day that has come: the file says month and day only. */
    private static Optional<LocalDate> day(ZenginRecord header, LocalDate today) {
        try {
            var said = (int) header.figures(54, 4).orElse(0);
            var day = MonthDay.of(said / MONTH, said % MONTH);
            var year = today.getYear();
            while (!day.isValidYear(year) || day.atYear(year).isAfter(today)) {
                year--;
            }
            return Optional.of(day.atYear(year));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
