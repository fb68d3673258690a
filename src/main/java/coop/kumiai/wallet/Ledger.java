package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The heart: a batch of instructions of one co-op becomes postings, inside a transaction that its
 * caller has opened. Hold the wallets, read, judge in memory, write: four round trips, however many
 * instructions there are, and a few more while campaigns with budgets run.
 */
@Component
class Ledger {
    private final FactsReader reader;
    private final LedgerStore store;
    private final PostingStore postings;
    private final TermsReader terms;
    private final Campaigns campaigns;
    private final Clock clock;

    Ledger(
            FactsReader reader,
            LedgerStore store,
            PostingStore postings,
            TermsReader terms,
            Campaigns campaigns,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.postings = postings;
        this.terms = terms;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * @param stripe over which the co-op's own accounts are written
     * @return the answers, in the order of the instructions
     */
    List<Outcome> post(CoopId coop, int stripe, List<Instruction> batch) {
        var now = terms.now(coop);
        var facts = reader.read(coop, batch, now);
        var answers = store.answers(coop, batch.stream().map(Instruction::key).toList());
        var offering = now.offering(campaigns.offers(coop, batch, now.now()));
        var work = new Work(new Judge(offering, () -> Ids.next(clock)), facts, answers);
        var outcomes = new ArrayList<Outcome>();
        batch.forEach(it -> outcomes.add(work.judge(it)));
        var written = work.written(coop, stripe);
        if (!written.isEmpty()) {
            campaigns.count(coop, written);
            postings.write(coop, written);
        }
        return outcomes;
    }
}
