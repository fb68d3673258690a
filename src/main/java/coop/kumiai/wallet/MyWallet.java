package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;
import coop.kumiai.wallet.WalletShown.GoodPoints;
import coop.kumiai.wallet.WalletShown.Purse;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 電子マネー as its owner sees it and steers it: balance, history, stop and go on (U-WAL-5, U-WAL-7).
 */
@Service
public class MyWallet {
    /** So many at once: a wallet of ten years fits in a few readings. */
    private static final int AT_ONCE = 1_000;

    private static final String BY_OWNER = "ご本人のお手続き";

    private final Wallets wallets;
    private final WalletStore store;
    private final Policies policies;
    private final Clock clock;

    MyWallet(Wallets wallets, WalletStore store, Policies policies, Clock clock) {
        this.wallets = wallets;
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /** Empty while the member has no e-money. */
    public Optional<WalletShown> of(CoopId coop, UUID memberId) {
        return wallets.of(coop, memberId).map(it -> shown(coop, it));
    }

    /**
     * ご利用の明細, the newest first.
     *
     * @param before the last one of the page before
     */
    public List<Movement> movements(CoopId coop, UUID memberId, Optional<UUID> before, int most) {
        return store.movements(coop, own(coop, memberId).walletId(), before, most);
    }

    /** All of them, the newest first: for the member's own file. */
    public List<Movement> movements(CoopId coop, UUID memberId) {
        var wallet = own(coop, memberId).walletId();
        var all = new ArrayList<Movement>();
        var more = true;
        while (more) { // the last row of each reading says where the next one goes on
            var before =
                    all.isEmpty()
                            ? Optional.<UUID>empty()
                            : Optional.of(all.getLast().receipt().postingId());
            var page = store.movements(coop, wallet, before, AT_ONCE);
            all.addAll(page);
            more = page.size() == AT_ONCE;
        }
        return all;
    }

    /** 利用停止 (U-WAL-5): from now on nothing is paid; one that is stopped already stays so. */
    public void suspend(CoopId coop, UUID memberId, String key) {
        var wallet = own(coop, memberId);
        if (wallet.state() != WalletState.SUSPENDED) {
            wallets.post(coop, new Instruction.Suspend(key, wallet.walletId(), BY_OWNER));
        }
    }

    /** 利用再開 (U-WAL-5). */
    public void resume(CoopId coop, UUID memberId, String key) {
        var wallet = own(coop, memberId);
        if (wallet.state() != WalletState.ACTIVE) {
            wallets.post(coop, new Instruction.Resume(key, wallet.walletId(), BY_OWNER));
        }
    }

    private Wallet own(CoopId coop, UUID memberId) {
        return wallets.of(coop, memberId).orElseThrow(() -> new NotFound("wallet"));
    }

    private WalletShown shown(CoopId coop, Wallet wallet) {
        var today = LocalDate.now(clock);
        var points = policies.at(coop, PointTerms.class, today);
        return new WalletShown(
                wallet,
                purses(coop, wallet, today),
                wallet.lots().stream()
                        .map(it -> good(coop, it, points.goodUntil(it, wallet.pointsFrom()), today))
                        .filter(it -> !it.until().isBefore(today))
                        .toList(),
                points.keptByPurchases(),
                wallets.waiting(coop, wallet.walletId()));
    }

    /** Those of the policy in their order; of kinds that were given up, what is left. */
    private List<Purse> purses(CoopId coop, Wallet wallet, LocalDate today) {
        var codes = new ArrayList<>(policies.at(coop, MoneyOrder.class, today).codes());
        wallet.moneys()
                .forEach(
                        (code, amount) -> {
                            if (!codes.contains(code) && !amount.isZero()) {
                                codes.add(code);
                            }
                        });
        return codes.stream()
                .map(
                        it ->
                                new Purse(
                                        it,
                                        policies.at(coop, MoneyTerms.class, it, today),
                                        wallet.moneys().getOrDefault(it, Yen.ZERO)))
                .toList();
    }

    private GoodPoints good(CoopId coop, Lot lot, LocalDate until, LocalDate today) {
        var bearer = policies.at(coop, BearerTerms.class, lot.bearer(), today).name();
        return new GoodPoints(bearer, until, lot.points().amount());
    }
}
