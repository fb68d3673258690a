package coop.kumiai.shop.statements;

import coop.kumiai.billing.Statement;
import coop.kumiai.billing.StatementLine;
import coop.kumiai.kernel.CsvText;

import java.util.ArrayList;
import java.util.List;

/** A statement as a file for a spreadsheet: a line for a line. */
final class StatementCsv {
    private StatementCsv() {}

    static String of(Statement statement, List<StatementLine> lines) {
        var all = new ArrayList<List<String>>();
        all.add(List.of("締日", "お支払期限", "日付", "内容", "税率", "税込金額"));
        for (var line : lines) {
            all.add(
                    List.of(
                            statement.closedOn().toString(),
                            statement.payBy().toString(),
                            line.day().toString(),
                            line.wording(),
                            line.tax().toString(),
                            Long.toString(line.amount().amount())));
        }
        return CsvText.of(all);
    }
}
