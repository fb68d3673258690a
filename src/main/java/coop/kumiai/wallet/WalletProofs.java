package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * The daily proof of the ledger (日次検証): every balance of every wallet and every total of the co-op
 * is added up anew out of the transfers, what is held must be what is open, and the seals must
 * still fit.
 */
@Service
public class WalletProofs {
    private static final Logger LOG = LoggerFactory.getLogger(WalletProofs.class);
    private static final int MOST_OF_DAYS = 100;
    private static final Period SHOWN = Period.ofDays(31);
    private final WalletProofStore store;
    private final SealStore seals;
    private final DaySumStore days;
    private final Clock clock;

    WalletProofs(WalletProofStore store, SealStore seals, DaySumStore days, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.days = days;
        this.clock = clock;
    }

    /** Proves the ledger as it stands now, all of it at one moment, and keeps what came out. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public WalletProof run(CoopId coop) {
        var proof =
                new WalletProof(
                        LocalDate.now(clock),
                        clock.instant(),
                        store.postings(coop),
                        store.transfers(coop),
                        store.held(coop, Account.Kind.MONEY),
                        store.held(coop, Account.Kind.POINTS).amount(),
                        store.held(coop, Account.Kind.HELD),
                        store.held(coop, Account.Kind.DEBT).amount(),
                        findings(coop));
        store.insert(coop, proof);
        if (!proof.agrees()) {
            LOG.error("the wallets of {} do not agree: {}", coop, proof.findings());
        }
        return proof;
    }

    /** The proofs of the last month, the newest first. */
    public List<WalletProof> recent(CoopId coop) {
        return store.since(coop, LocalDate.now(clock).minus(SHOWN));
    }

    private List<String> findings(CoopId coop) {
        var findings = new ArrayList<>(store.findings(coop));
        var orphans = store.orphans(coop);
        if (orphans > 0) {
            findings.add("もとの取引のない行が%,d件あります。".formatted(orphans));
        }
        var transit = store.total(coop, Account.Kind.TRANSIT);
        if (!transit.isZero()) {
            findings.add("組合員どうしの移動の途中に%sが残っています。".formatted(transit));
        }
        findings.addAll(days.different(coop, MOST_OF_DAYS));
        seals.broken(coop).forEach(it -> findings.add("封印%,d番が、記録と一致しません。".formatted(it)));
        return findings;
    }
}
