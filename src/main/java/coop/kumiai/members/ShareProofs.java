package coop.kumiai.members;

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
import java.util.Map;

/**
 * The daily proof of share capital (日次検証): every balance is added up anew out of the transfers, and
 * money that came in must be what members hold and are owed.
 */
@Service
public class ShareProofs {
    private static final Logger LOG = LoggerFactory.getLogger(ShareProofs.class);
    private static final Period SHOWN = Period.ofDays(31);
    private final ShareProofStore store;
    private final Clock clock;

    ShareProofs(ShareProofStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Proves the ledger as it stands now, all of it at one moment, and keeps what came out. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public ShareProof run(CoopId coop) {
        var totals = store.totals(coop);
        var proof =
                new ShareProof(
                        LocalDate.now(clock),
                        clock.instant(),
                        store.postings(coop),
                        total(totals, ShareAccount.CAPITAL).yen(),
                        total(totals, ShareAccount.DUE).yen(),
                        total(totals, ShareAccount.OWED).yen(),
                        findings(coop, totals));
        store.insert(coop, proof);
        if (!proof.agrees()) {
            LOG.error("share capital of {} does not agree: {}", coop, proof.findings());
        }
        return proof;
    }

    /** The proofs of the last month, the newest first. */
    public List<ShareProof> recent(CoopId coop) {
        return store.since(coop, LocalDate.now(clock).minus(SHOWN));
    }

    private List<String> findings(CoopId coop, Map<ShareAccount, ShareAmount> totals) {
        var findings = new ArrayList<>(store.differences(coop));
        var empty = store.emptyPostings(coop);
        if (empty > 0) {
            findings.add("仕訳のない取引が%,d件あります。".formatted(empty));
        }
        var money =
                total(totals, ShareAccount.CASH)
                        .plus(total(totals, ShareAccount.BANK))
                        .plus(total(totals, ShareAccount.OPENING));
        var held = total(totals, ShareAccount.CAPITAL).plus(total(totals, ShareAccount.OWED));
        if (!money.equals(held)) {
            findings.add("お預かりした%sと、出資金と払戻予定の合計%sが一致しません。".formatted(money, held));
        }
        if (!total(totals, ShareAccount.DUE).equals(total(totals, ShareAccount.SUBSCRIBED))) {
            findings.add("未収の出資金と出資のお申込みの合計が一致しません。");
        }
        return findings;
    }

    private static ShareAmount total(Map<ShareAccount, ShareAmount> totals, ShareAccount account) {
        return totals.getOrDefault(account, ShareAmount.NONE);
    }
}
