package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The policies of one moment, as the rules read them.
 *
 * @param moneys in the order of their use
 * @param offers campaigns that run, with what they have left
 */
record Terms(
        Instant now,
        LocalDate day,
        WalletLimits limits,
        PointTerms points,
        EarningTerms earning,
        List<Money> moneys,
        Map<Channel, ChargeTerms> charges,
        MoveTerms moves,
        HoldTerms holds,
        List<Offer> offers) {

    /** The same, with what campaigns have left once this is granted. */
    Terms after(Map<String, Yen> granted) {
        return granted.isEmpty()
                ? this
                : offering(offers.stream().map(it -> it.less(granted)).toList());
    }

    Terms offering(List<Offer> other) {
        return new Terms(now, day, limits, points, earning, moneys, charges, moves, holds, other);
    }

    ChargeTerms charge(Channel channel) {
        var terms = charges.get(channel);
        if (terms == null) {
            throw new IllegalStateException("no terms for charges by " + channel);
        }
        return terms;
    }

    boolean hasMoney(String code) {
        return moneys.stream().anyMatch(it -> it.code().equals(code));
    }
}
