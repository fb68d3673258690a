package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.UUID;

/** What has to be done to wallets without anybody asking. */
@Service
public class WalletChores {
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
        for (var walletId : over) {
            wallets.post(
                    coop, new Instruction.Expire("expire:" + walletId + ":" + today, walletId));
        }
        return over.size();
    }

    /** Gives back what is held for purchases that nobody finished. */
    public void releaseHolds(CoopId coop) {
        store.overdue(coop, OpenItem.Kind.HOLD, clock.instant())
                .forEach(
                        (walletId, holds) ->
                                holds.forEach(
                                        it ->
                                                wallets.post(
                                                        coop,
                                                        new Instruction.Release(
                                                                "overdue:" + it, walletId, it))));
    }

    /** Stops counting charges that were announced and that nobody paid in time. */
    public void dropCharges(CoopId coop) {
        store.overdue(coop, OpenItem.Kind.CHARGE, clock.instant())
                .forEach(
                        (walletId, charges) ->
                                charges.forEach(
                                        it ->
                                                wallets.post(
                                                        coop,
                                                        new Instruction.DropCharge(
                                                                "overdue:" + it, walletId, it))));
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
