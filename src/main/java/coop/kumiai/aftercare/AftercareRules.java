package coop.kumiai.aftercare;

import coop.kumiai.fulfilment.ReturnTerms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes back and what is made good, pure (N-RET-1, N-RET-2). */
final class AftercareRules {
    private AftercareRules() {}

    /** The last day on which the counter takes goods back; the day of delivery does not count. */
    static LocalDate lastDay(ReturnTerms terms, LocalDate deliveredOn) {
        return deliveredOn.plusDays(terms.days());
    }

    /** Every reason why these goods do not come back over the counter today (N-RET-1). */
    static List<AftercareRefusal> takeBack(
            CaredOrder of, ReturnTerms terms, LocalDate today, Map<Integer, Integer> pieces) {
        var refusals = new ArrayList<AftercareRefusal>();
        inTime(of, terms, today).ifPresent(refusals::add);
        pieces.keySet().forEach(line -> fresh(of, line).ifPresent(refusals::add));
        refusals.addAll(left(of, pieces));
        return refusals;
    }

    private static Optional<AftercareRefusal> inTime(
            CaredOrder of, ReturnTerms terms, LocalDate today) {
        if (of.deliveredOn().isEmpty()) {
            return Optional.of(new AftercareRefusal.NotDelivered(of.order().number()));
        }
        var last = lastDay(terms, of.deliveredOn().get());
        return today.isAfter(last)
                ? Optional.of(new AftercareRefusal.TooLate(terms.days(), last))
                : Optional.empty();
    }

    private static Optional<AftercareRefusal> fresh(CaredOrder of, int line) {
        return of.line(line)
                .filter(CaredLine::fresh)
                .map(it -> new AftercareRefusal.Fresh(line, it.name()));
    }

    /** Whether so many pieces can still be made good; each piece once. */
    static List<AftercareRefusal> left(CaredOrder of, Map<Integer, Integer> pieces) {
        var refusals = new ArrayList<AftercareRefusal>();
        if (pieces.isEmpty()) {
            refusals.add(new AftercareRefusal.NothingChosen());
        }
        pieces.forEach(
                (line, count) -> {
                    var left = of.line(line).map(CaredLine::left).orElse(0);
                    if (count < 0 || count > left) {
                        var name = of.line(line).map(CaredLine::name).orElse("この商品");
                        refusals.add(new AftercareRefusal.MoreThanLeft(line, name, left));
                    }
                });
        return refusals;
    }
}
