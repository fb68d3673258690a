package coop.kumiai.billing;

import static java.util.stream.Collectors.groupingBy;

import coop.kumiai.kernel.Yen;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The money of a statement, pure: tax is reckoned once per rate (適格請求書: 税率ごとに一回の端数処理). */
final class StatementRules {
    private static final int WHOLE = 100;

    private StatementRules() {}

    /** The totals by rate, the highest first, what is not taxed last. */
    static List<StatementTotal> totals(Collection<StatementLine> lines) {
        return lines.stream().collect(groupingBy(StatementLine::tax)).entrySet().stream()
                .map(it -> total(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingInt(it -> -it.tax().percent()))
                .toList();
    }

    private static StatementTotal total(LineTax tax, List<StatementLine> lines) {
        var inTax = Yen.sum(lines.stream().map(StatementLine::amount).toList());
        var included = part(inTax, tax.percent());
        return new StatementTotal(tax, inTax, included);
    }

    /** Fractions are dropped towards nought, also of what is given back. */
    private static Yen part(Yen inTax, int percent) {
        var sign = inTax.isLessThan(Yen.ZERO) ? -1 : 1;
        return inTax.times(sign).portionRoundedDown(percent, WHOLE + (long) percent).times(sign);
    }
}
