package coop.kumiai.wallet;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Postings of moments gone by, for the histories that a demo begins with: the same ledger, under
 * the clock of then. Only the demo has it.
 */
@Service
@Profile("demo")
public class PastPostings {
    private static final int STRIPE = 0;

    private final FactsReader reader;
    private final LedgerStore store;
    private final PostingStore postings;
    private final Campaigns campaigns;
    private final Policies policies;
    private final TransactionOperations transactions;

    PastPostings(
            FactsReader reader,
            LedgerStore store,
            PostingStore postings,
            Campaigns campaigns,
            Policies policies,
            TransactionOperations transactions) {
        this.reader = reader;
        this.store = store;
        this.postings = postings;
        this.campaigns = campaigns;
        this.policies = policies;
        this.transactions = transactions;
    }

    /**
     * Does what an instruction says, as if it were then.
     *
     * @param moment not before the last one of the same wallet
     */
    public Receipt post(CoopId coop, Instant moment, Instruction instruction) {
        var then = Clock.fixed(moment, BusinessClock.JAPAN);
        var terms = new TermsReader(policies, then);
        var ledger = new Ledger(reader, store, postings, terms, campaigns, then);
        var outcomes =
                transactions.execute(status -> ledger.post(coop, STRIPE, List.of(instruction)));
        return Wallets.receipt(Objects.requireNonNull(outcomes).getFirst());
    }
}
