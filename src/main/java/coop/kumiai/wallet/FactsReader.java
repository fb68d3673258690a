package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Gathers what a batch has to know, and no more: most batches are payments and ask little. */
@Component
class FactsReader {
    private final LedgerStore store;
    private final Campaigns campaigns;

    FactsReader(LedgerStore store, Campaigns campaigns) {
        this.store = store;
        this.campaigns = campaigns;
    }

    /** The wallets of a batch; their rows are held from now on. */
    Map<UUID, WalletFacts> read(CoopId coop, List<Instruction> batch, Terms terms) {
        var walletIds = new TreeSet<UUID>();
        batch.forEach(it -> walletIds.addAll(it.wallets()));
        var own = store.hold(coop, walletIds);
        var balances = store.balances(coop, walletIds);
        var past = past(coop, walletIds, batch);
        var open = open(coop, walletIds, batch);
        var charged = charged(coop, walletIds, batch, terms.day());
        var shares = campaigns.shares(coop, walletIds, terms.now());
        var facts = new HashMap<UUID, WalletFacts>();
        own.forEach(
                (id, it) ->
                        facts.put(
                                id,
                                new WalletFacts(
                                        id,
                                        it.state(),
                                        it.pointsFrom(),
                                        balances.getOrDefault(id, Map.of()),
                                        past.getOrDefault(id, Map.of()),
                                        open.getOrDefault(id, Map.of()),
                                        charged.getOrDefault(id, Map.of()),
                                        shares.getOrDefault(id, Map.of()))));
        return facts;
    }

    private Map<UUID, Map<UUID, Past>> past(
            CoopId coop, Set<UUID> walletIds, List<Instruction> batch) {
        var about = batch.stream().map(Instruction::about).flatMap(Optional::stream).toList();
        return about.isEmpty() ? Map.of() : store.past(coop, walletIds, about);
    }

    private Map<UUID, Map<UUID, OpenItem>> open(
            CoopId coop, Set<UUID> walletIds, List<Instruction> batch) {
        return batch.stream().anyMatch(Instruction::asksForOpenItems)
                ? store.open(coop, walletIds)
                : Map.of();
    }

    private Map<UUID, Map<String, Yen>> charged(
            CoopId coop, Set<UUID> walletIds, List<Instruction> batch, LocalDate day) {
        return batch.stream().anyMatch(Instruction::asksForCharges)
                ? store.charged(coop, walletIds, day)
                : Map.of();
    }
}
