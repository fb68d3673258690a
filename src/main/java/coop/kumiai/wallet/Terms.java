package coop.kumiai.wallet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The policies of one moment, as the rules read them.
 *
 * @param moneys in the order of their use
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
        HoldTerms holds) {

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
