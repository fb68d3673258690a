package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.UUID;
import java.util.function.BiFunction;

/** What has to be done to wallets without anybody asking. */
@Service
public class WalletChores {
    private static final Logger LOG = LoggerFactory.getLogger(WalletChores.class);

    /** Longer than any transaction that writes to wallets. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final int BLOCK = 1_000;

    private final WalletStore store;
    private final SealStore seals;
    private final Wallets wallets;
    private final Policies policies;
    private final Clock clock;

    WalletChores(
            WalletStore store, SealStore seals, Wallets wallets, Policies policies, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.wallets = wallets;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * ポイントの失効: posts what is over. Points that are over cannot be spent before either, however late
     * this runs.
     *
     * @return of how many wallets
     */
    public int expirePoints(CoopId coop) {
        var today = LocalDate.now(clock);
        var days = policies.at(coop, PointTerms.class, today).days();
        var over = new LinkedHashSet<UUID>(store.withLotsEndedBefore(coop, today));
        over.addAll(store.withPointsSince(coop, today.minusDays(days)));
        over.forEach(it -> post(coop, new Instruction.Expire("expire:" + it + ":" + today, it)));
        return over.size();
    }

    /** Gives back what is held for purchases that nobody finished. */
    public void releaseHolds(CoopId coop) {
        forEachOverdue(
                coop,
                OpenItem.Kind.HOLD,
                (wallet, hold) -> new Instruction.Release("overdue:" + hold, wallet, hold));
    }

    /** Stops counting charges that were announced and that nobody paid in time. */
    public void dropCharges(CoopId coop) {
        forEachOverdue(
                coop,
                OpenItem.Kind.CHARGE,
                (wallet, charge) ->
                        new Instruction.DropCharge("overdue:" + charge, wallet, charge));
    }

    private void forEachOverdue(
            CoopId coop, OpenItem.Kind kind, BiFunction<UUID, UUID, Instruction> end) {
        store.overdue(coop, kind, clock.instant())
                .forEach((wallet, items) -> items.forEach(it -> post(coop, end.apply(wallet, it))));
    }

    /** Whoever was quicker, a capture for instance, has done it; nobody else waits for that. */
    private void post(CoopId coop, Instruction chore) {
        try {
            wallets.post(coop, chore);
        } catch (Refused done) {
            LOG.info("nothing to do for {}: {}", chore.key(), done.getMessage());
        }
    }

    /** 封印: of everything that is old enough. */
    public void seal(CoopId coop) {
        var now = clock.instant();
        var more = true;
        while (more) { // each seal is a transaction of its own, and the next one goes on from it
            more = seals.sealNext(coop, now.minus(SETTLED), BLOCK, now);
        }
    }
}
