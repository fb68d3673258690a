package coop.kumiai.office;

import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.PeriodBook;
import coop.kumiai.wallet.WalletBooks;

import java.util.ArrayList;
import java.util.List;

/** 帳簿 for a spreadsheet: one figure a line, with what it is of. */
final class WalletBookCsv {
    private static final List<String> COLUMNS = List.of("開始日", "終了日", "区分", "名前", "項目", "金額");
    private final PeriodBook book;
    private final List<List<String>> lines = new ArrayList<>();

    private WalletBookCsv(PeriodBook book) {
        this.book = book;
        lines.add(COLUMNS);
    }

    static List<List<String>> of(PeriodBook book) {
        var csv = new WalletBookCsv(book);
        csv.addAll();
        return csv.lines;
    }

    static List<List<String>> of(WalletBooks.BaseDay day) {
        var csv = new WalletBookCsv(day.book());
        csv.addAll();
        csv.add("基準日", "", "要供託額", day.deposit());
        return csv.lines;
    }

    private void addAll() {
        for (var it : book.moneys()) {
            add("電子マネー", it.money(), "発行額", it.issued());
            add("電子マネー", it.money(), "回収額", it.used());
            add("電子マネー", it.money(), "払戻額", it.paidOut());
            add("電子マネー", it.money(), "未使用残高", it.unused());
        }
        for (var it : book.shops()) {
            add("お店", it.shop(), "電子マネー", it.money());
            add("お店", it.shop(), "ポイント", it.points());
        }
        book.channels().forEach(it -> add("入金の経路", it.channel(), "チャージ", it.amount()));
        for (var it : book.bearers()) {
            add("ポイントの負担者", it.bearer(), "付与", it.granted());
            add("ポイントの負担者", it.bearer(), "利用", it.used());
            add("ポイントの負担者", it.bearer(), "失効", it.expired());
            add("ポイントの負担者", it.bearer(), "残り", it.left());
        }
    }

    private void add(String part, String name, String item, Yen amount) {
        lines.add(
                List.of(
                        book.from().toString(),
                        book.until().toString(),
                        part,
                        name,
                        item,
                        Long.toString(amount.amount())));
    }
}
