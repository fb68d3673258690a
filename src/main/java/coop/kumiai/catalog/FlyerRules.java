package coop.kumiai.catalog;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which flyer prices can be entered (N-CAT-2), pure. */
final class FlyerRules {
    private FlyerRules() {}

    /**
     * The days of a price that a store has for the product.
     *
     * @param to empty for an ordinary price
     */
    record Days(LocalDate from, Optional<LocalDate> to) {

        /**
         * Whether a flyer price of these days and this one would be in each other's way. An
         * ordinary price that began before is covered for a while; one that begins meanwhile would
         * end it.
         */
        boolean clashWith(FlyerLine line) {
            return !from.isAfter(line.to()) && !to.orElse(from).isBefore(line.from());
        }
    }

    /**
     * @param sold whether the store sells the product on the first day
     * @param prices of the store itself for the product
     */
    static List<FlyerRefusal> entering(
            FlyerLine line,
            Product product,
            boolean sold,
            Collection<Days> prices,
            LocalDate today,
            FlyerTerms terms) {
        var refusals = new ArrayList<FlyerRefusal>();
        if (line.from().isBefore(today) || line.to().isBefore(line.from())) {
            refusals.add(new FlyerRefusal.NoDays());
        } else if (DAYS.between(line.from(), line.to()) >= terms.mostDays()) {
            refusals.add(new FlyerRefusal.TooManyDays(terms.mostDays()));
        }
        if (DAYS.between(today, line.from()) > terms.daysAhead()) {
            refusals.add(new FlyerRefusal.TooFarAhead(terms.daysAhead()));
        }
        if (!sold) {
            refusals.add(new FlyerRefusal.NotSold(product.name(), line.from()));
        }
        prices.stream()
                .filter(it -> it.clashWith(line))
                .findFirst()
                .map(it -> new FlyerRefusal.Overlaps(product.name(), it.from()))
                .ifPresent(refusals::add);
        return refusals;
    }
}
