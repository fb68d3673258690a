package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what rules need of a co-op's policies. */
@Component
class TermsReader {
    private final Policies policies;
    private final Clock clock;

    TermsReader(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * As they stand now, campaigns apart; moments are kept by the database to the microsecond, so
     * no finer here.
     */
    Terms now(CoopId coop) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var day = JapaneseDates.dayOf(now);
        return new Terms(
                now,
                day,
                policies.at(coop, WalletLimits.class, day),
                policies.at(coop, PointTerms.class, day),
                policies.at(coop, EarningTerms.class, day),
                policies.at(coop, MoneyOrder.class, day).codes().stream()
                        .map(it -> new Money(it, policies.at(coop, MoneyTerms.class, it, day)))
                        .toList(),
                Arrays.stream(Channel.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        it ->
                                                policies.at(
                                                        coop, ChargeTerms.class, it.code(), day))),
                policies.at(coop, MoveTerms.class, day),
                policies.at(coop, HoldTerms.class, day),
                List.of());
    }
}
