package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch of instructions in the hands of the rules: each is judged on the facts that those before
 * it have left, and nothing is written until all are.
 */
final class Work {
    private Judge judge;
    private final Map<UUID, WalletFacts> before;
    private final Map<UUID, WalletFacts> now;
    private final Map<String, Answer> answers;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param facts of all wallets of the batch, whose rows are held
     * @param answers given before under keys of the batch
     */
    Work(Judge judge, Map<UUID, WalletFacts> facts, Map<String, Answer> answers) {
        this.judge = judge;
        this.before = facts;
        this.now = new HashMap<>(facts);
        this.answers = new HashMap<>(answers);
    }

    Outcome judge(Instruction instruction) {
        var digest = Digests.of(instruction);
        var given = answers.get(instruction.key());
        if (given != null) {
            return given.to(instruction.key(), digest);
        }
        for (var walletId : instruction.wallets()) {
            if (!now.containsKey(walletId)) {
                return new Outcome.NoWallet(walletId);
            }
        }
        var outcome = decide(instruction, digest);
        answers.put(instruction.key(), new Answer(digest, outcome));
        return outcome;
    }

    /** What has to be written. */
    Written written(CoopId coop, int stripe) {
        return Written.of(coop, stripe, judge.terms(), before, now, entries);
    }

    private Outcome decide(Instruction instruction, String digest) {
        return switch (judge.judge(instruction, this::facts)) {
            case Judgement.Done(var postings) -> {
                postings.forEach(it -> enter(instruction, digest, it));
                yield new Outcome.Done(receipt(entries.get(entries.size() - postings.size())));
            }
            case Judgement.No(var refusal) -> {
                keep(instruction, digest, refusal);
                yield new Outcome.No(refusal);
            }
        };
    }

    private void enter(Instruction instruction, String digest, Posting posting) {
        var after = facts(posting.walletId()).after(posting);
        now.put(posting.walletId(), after);
        judge = judge.after(posting.transfers());
        var isOwn = posting.walletId().equals(instruction.walletId());
        var key = isOwn ? instruction.key() : instruction.key() + "#" + posting.kind().code();
        entries.add(
                new Entry(key, digest, posting, Optional.empty(), after.money(), after.points()));
    }

    private void keep(Instruction instruction, String digest, WalletRefusal refusal) {
        var facts = facts(instruction.walletId());
        var nothing =
                Posting.of(judge.ids().get(), facts, instruction.kind(), List.of(), judge.terms());
        entries.add(
                new Entry(
                        instruction.key(),
                        digest,
                        nothing,
                        Optional.of(refusal),
                        facts.money(),
                        facts.points()));
    }

    private Receipt receipt(Entry entry) {
        var posting = entry.posting();
        return new Receipt(
                posting.postingId(),
                posting.walletId(),
                posting.kind(),
                posting.shop(),
                judge.terms().now(),
                posting.transfers(),
                entry.moneyAfter(),
                entry.pointsAfter().amount());
    }

    private WalletFacts facts(UUID walletId) {
        var facts = now.get(walletId);
        if (facts == null) {
            throw new IllegalStateException("a wallet whose row is not held");
        }
        return facts;
    }
}
