package coop.kumiai.billing;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.ImportRefused;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads files of banks (全銀協制定フォーマット), pure: records of one length, in order header, data, trailer,
 * end; with line breaks or without. Whatever is wrong is told at once, line by line.
 */
final class ZenginRules {
    private static final byte END_OF_FILE = 0x1A;
    private static final int CODE_AT = 3;

    private ZenginRules() {}

    /**
     * @throws ImportRefused with every bad line
     */
    static ZenginFile read(byte[] content, BankAccount own, LocalDate today) {
        var kind = kind(content);
        var records = records(content, kind.length());
        var bad = new ArrayList<>(shape(records, kind));
        if (bad.isEmpty()) {
            var data = records.subList(1, records.size() - 2);
            var header = records.getFirst();
            var trailer = records.get(records.size() - 2);
            var lines =
                    switch (kind) {
                        case DEBITS -> DebitRules.read(header, data, trailer, own, today, bad);
                        case TRANSFERS ->
                                TransferRules.read(header, data, trailer, own, today, bad);
                    };
            refuseIf(bad);
            return new ZenginFile(kind, lines);
        }
        throw new ImportRefused(bad);
    }

    /** What the file says, without line breaks: the same file saved in another way is the same. */
    static byte[] substance(byte[] content) {
        var kept = new ByteArrayOutputStream(content.length);
        for (var it : content) {
            if (it != '\r' && it != '\n' && it != END_OF_FILE) {
                kept.write(it);
            }
        }
        return kept.toByteArray();
    }

    private static ZenginFile.Kind kind(byte[] content) {
        var begin =
                new String(
                        content, 0, Math.min(content.length, CODE_AT), StandardCharsets.US_ASCII);
        for (var kind : ZenginFile.Kind.values()) {
            if (begin.equals("1" + kind.zenginCode())) {
                return kind;
            }
        }
        throw new ImportRefused(
                List.of(new BadLine(1, "振込入金通知（種別コード01）か口座振替結果（91）の全銀ファイルを選んでください")));
    }

    private static List<ZenginRecord> records(byte[] content, int length) {
        var parts = hasBreaks(content) ? byBreaks(content) : byLength(content, length);
        var records = new ArrayList<ZenginRecord>();
        for (var part : parts) {
            records.add(new ZenginRecord(records.size() + 1L, part));
        }
        return records;
    }

    private static boolean hasBreaks(byte[] content) {
        for (var it : content) {
            if (it == '\n' || it == '\r') {
                return true;
            }
        }
        return false;
    }

    private static List<byte[]> byLength(byte[] content, int length) {
        var whole = substance(content);
        var parts = new ArrayList<byte[]>();
        for (var at = 0; at < whole.length; at += length) {
            parts.add(Arrays.copyOfRange(whole, at, Math.min(at + length, whole.length)));
        }
        return parts;
    }

    private static List<byte[]> byBreaks(byte[] content) {
        var parts = new ArrayList<byte[]>();
        var begin = 0;
        for (var at = 0; at <= content.length; at++) {
            if (at == content.length || content[at] == '\n' || content[at] == '\r') {
                var part = substance(Arrays.copyOfRange(content, begin, at));
                var afterReturn = at > 0 && at == begin && content[at - 1] == '\r';
                if (part.length > 0 || (at < content.length && !afterReturn)) {
                    parts.add(part);
                }
                begin = at + 1;
            }
        }
        return parts;
    }

    private static List<BadLine> shape(List<ZenginRecord> records, ZenginFile.Kind kind) {
        var bad = new ArrayList<BadLine>();
        for (var record : records) {
            if (record.length() != kind.length()) {
                bad.add(
                        new BadLine(
                                record.number(),
                                "%dバイトではなく%dバイトです".formatted(kind.length(), record.length())));
            }
            if (record.kind() != expected(record.number(), records.size())) {
                bad.add(new BadLine(record.number(), misplaced(record, records.size())));
            }
        }
        if (records.size() < 3) {
            bad.add(new BadLine(0, "見出し、合計、終わりの行がそろっていません"));
        }
        return bad.isEmpty() ? coding(records.getFirst()) : bad;
    }

    private static char expected(long number, int size) {
        if (number == 1) {
            return '1';
        }
        return number == size ? '9' : number == size - 1L ? '8' : '2';
    }

    private static String misplaced(ZenginRecord record, int size) {
        return "データ区分が「%s」です。ここは「%s」の行です".formatted(record.kind(), expected(record.number(), size));
    }

    private static List<BadLine> coding(ZenginRecord header) {
        var coding = header.raw(CODE_AT, 1);
        return coding.isEmpty() || coding.equals("0")
                ? List.of()
                : List.of(new BadLine(1, "コード区分が「%s」です。JIS（0）で出力してください".formatted(coding)));
    }

    private static void refuseIf(List<BadLine> bad) {
        if (!bad.isEmpty()) {
            throw new ImportRefused(bad);
        }
    }
}
