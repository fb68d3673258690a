package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.WorkingPlace;
import coop.kumiai.members.Members;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * 電子マネーとポイント of members. Everything that happens to a wallet is an {@link Instruction}; the answer
 * is a {@link Receipt}, on the disk before it is given.
 */
@Service
public class Wallets {
    private final WalletStore store;
    private final Ledger ledger;
    private final Lanes lanes;
    private final Members members;
    private final Clock clock;

    Wallets(WalletStore store, Ledger ledger, Lanes lanes, Members members, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.lanes = lanes;
        this.members = members;
        this.clock = clock;
    }

    /**
     * The wallet of a member; made when there is none.
     *
     * @param verified whether the owner is known already; else it cannot be used yet (U-SIGN-1)
     */
    public Wallet open(CoopId coop, UUID memberId, boolean verified) {
        members.get(coop, memberId);
        var now = clock.instant();
        var state = verified ? WalletState.ACTIVE : WalletState.UNVERIFIED;
        store.insert(coop, Ids.next(clock), memberId, state, JapaneseDates.dayOf(now), now);
        return of(coop, memberId).orElseThrow(() -> new NotFound("wallet"));
    }

    public Optional<Wallet> of(CoopId coop, UUID memberId) {
        return store.of(coop, memberId);
    }

    /**
     * @throws NotFound when the co-op has no such wallet
     */
    public Wallet get(CoopId coop, UUID walletId) {
        return store.find(coop, walletId).orElseThrow(() -> new NotFound("wallet"));
    }

    /**
     * Does what an instruction says, once. Inside a transaction of the caller it is part of it, the
     * kept refusal as well: then wallets come after every other row that the caller holds. Else it
     * goes through a lane, together with what others want at the same moment.
     *
     * @throws Refused now and at every repetition, when a rule says no
     * @throws NotFound when the co-op has no such wallet
     */
    public Receipt post(CoopId coop, Instruction instruction) {
        Refused.unless(WalletRules.badKey(instruction.key()));
        return receipt(outcome(coop, instruction));
    }

    /** What was done under a key: for a sender that has lost the answer. */
    public Optional<Receipt> find(CoopId coop, String key) {
        return store.answer(coop, key);
    }

    /**
     * What was answered under a key, also where the answer was no.
     *
     * @return empty when nothing was asked under it
     * @throws Refused as it was refused then
     */
    public Optional<Receipt> answer(CoopId coop, String key) {
        return store.outcome(coop, key).map(Wallets::receipt);
    }

    /**
     * What was answered under each of these keys; a refusal is an empty answer. Keys under which
     * nothing was asked are left out.
     */
    public Map<String, Optional<Receipt>> answers(CoopId coop, Collection<String> keys) {
        return store.answers(coop, keys);
    }

    /**
     * ご利用の明細 (U-WAL-7), the newest first.
     *
     * @param before the last posting of the page before
     */
    public List<Receipt> history(CoopId coop, UUID walletId, Optional<UUID> before, int most) {
        return store.history(coop, walletId, before, most);
    }

    /** Holds and announced charges that wait for their second step. */
    public List<OpenItem> waiting(CoopId coop, UUID walletId) {
        return store.open(coop, walletId);
    }

    static Receipt receipt(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var receipt) -> receipt;
            case Outcome.No(var refusal) -> throw Refused.because(refusal);
            case Outcome.NoWallet(var walletId) -> throw new NotFound("wallet");
        };
    }

    private Outcome outcome(CoopId coop, Instruction instruction) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            var stripe = LaneSettings.stripeOfCallers(instruction.walletId());
            return ledger.post(coop, stripe, List.of(instruction)).getFirst();
        }
        return WorkingPlace.givenBackWhile(() -> answer(coop, instruction));
    }

    private Outcome answer(CoopId coop, Instruction instruction) {
        try {
            return lanes.post(coop, instruction).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
