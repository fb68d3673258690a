package coop.kumiai.billing;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Writes files as banks do: half-width kana, fields at fixed places. */
final class BankFile {
    static final BankAccount OWN = new BankAccount("0000054321", "9998", "002", "7654321");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private final List<String> data = new ArrayList<>();
    private final boolean debits;
    private long count;
    private long sum;
    private long otherCount;
    private long otherSum;

    private BankFile(boolean debits) {
        this.debits = debits;
    }

    /** 口座振替結果 of 27 November. */
    static BankFile debits() {
        return new BankFile(true);
    }

    /** 振込入金通知. */
    static BankFile transfers() {
        return new BankFile(false);
    }

    BankFile debit(String customer, long yen, String result) {
        data.add(
                "2"
                        + "9998"
                        + kana("ﾏﾅﾋﾞ", 15)
                        + "002"
                        + kana("ﾎﾝｺﾞｳ", 15)
                        + kana("", 4)
                        + "1"
                        + "1111111"
                        + kana("ﾖｼﾀﾞ ﾀｶｺ", 30)
                        + figures(yen, 10)
                        + "0"
                        + figures(Long.parseLong(customer), 20)
                        + result
                        + kana("", 8));
        return counted(yen, result.equals("0"));
    }

    BankFile transfer(int inquiry, String name, long yen) {
        return transfer(inquiry, name, yen, " ");
    }

    BankFile transfer(int inquiry, String name, long yen, String cancelled) {
        data.add(
                "2"
                        + figures(inquiry, 6)
                        + "081127"
                        + "081127"
                        + figures(yen, 10)
                        + figures(0, 10)
                        + figures(0, 10)
                        + kana(name, 48)
                        + kana("ﾐﾅﾄ", 15)
                        + kana("ｼﾌﾞﾔ", 15)
                        + cancelled
                        + kana("", 72));
        return counted(yen, !cancelled.equals("1"));
    }

    byte[] bytes() {
        return String.join("\r\n", lines()).concat("\r\n").getBytes(SHIFT_JIS);
    }

    byte[] withoutBreaks() {
        return String.join("", lines()).getBytes(SHIFT_JIS);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(debits ? debitHeader() : transferHeader());
        lines.addAll(data);
        lines.add(kana(trailer(), length()));
        lines.add(kana("9", length()));
        return lines;
    }

    static byte[] bytes(List<String> lines) {
        return String.join("\r\n", lines).getBytes(SHIFT_JIS);
    }

    private String trailer() {
        var good = figures(count, 6) + figures(sum, 12);
        var other = figures(otherCount, 6) + figures(otherSum, 12);
        var all = figures(count + otherCount, 6) + figures(sum + otherSum, 12);
        return debits ? "8" + all + good + other : "8" + good + other;
    }

    private static String debitHeader() {
        return "1910"
                + "0000054321"
                + kana("ﾏﾅﾋﾞｶﾞﾂｺｳｾｲｷﾖｳ", 40)
                + "1127"
                + "9998"
                + kana("ﾏﾅﾋﾞ", 15)
                + "002"
                + kana("ﾎﾝｺﾞｳ", 15)
                + "1"
                + "7654321"
                + kana("", 17);
    }

    private static String transferHeader() {
        return "1010"
                + "081128"
                + "081127"
                + "081127"
                + "9998"
                + kana("ﾏﾅﾋﾞ", 15)
                + "002"
                + kana("ﾎﾝｺﾞｳ", 15)
                + "1"
                + "7654321"
                + kana("ﾏﾅﾋﾞｶﾞﾂｺｳｾｲｷﾖｳ", 40)
                + kana("", 93);
    }

    private BankFile counted(long yen, boolean good) {
        count += good ? 1 : 0;
        sum += good ? yen : 0;
        otherCount += good ? 0 : 1;
        otherSum += good ? 0 : yen;
        return this;
    }

    private int length() {
        return debits ? 120 : 200;
    }

    /** A sign of half-width kana is one byte. */
    private static String kana(String text, int length) {
        return text + " ".repeat(length - text.length());
    }

    private static String figures(long number, int length) {
        return ("%0" + length + "d").formatted(number);
    }
}
