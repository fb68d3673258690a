package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Remembered;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** キャンペーン of a co-op (X-WAL-2): planned by staff, evaluated by every payment. */
@Service
public class Campaigns {
    private final CampaignStore store;
    private final Clock clock;
    private final Remembered<CoopId, List<Campaign>> remembered;

    Campaigns(CampaignStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.remembered = new Remembered<>(store::all);
    }

    /**
     * Plans a campaign. Its terms stay as they are; another one has another code.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the code is taken
     */
    @Transactional
    public void plan(CoopId coop, Campaign campaign, UUID staff) {
        store.insert(coop, campaign, staff, clock.instant());
        remembered.changes(coop);
    }

    public List<Campaign> all(CoopId coop) {
        return remembered.get(coop);
    }

    /** Those of this moment. */
    List<Campaign> running(CoopId coop, Instant moment) {
        return all(coop).stream().filter(it -> it.when().includes(moment)).toList();
    }

    /**
     * What campaigns offer to the payments of a batch; budgets are held until the transaction ends.
     */
    List<Offer> offers(CoopId coop, List<Instruction> batch, Instant moment) {
        if (batch.stream().noneMatch(it -> it.kind().isPurchase())) {
            return List.of();
        }
        var running = running(coop, moment);
        var codes = running.stream().filter(Campaigns::hasBudget).map(Campaign::code).toList();
        var left = codes.isEmpty() ? Map.<String, Yen>of() : store.hold(coop, codes);
        return running.stream()
                .map(it -> new Offer(it, Optional.ofNullable(left.get(it.code()))))
                .toList();
    }

    /** Writes down what a batch has granted: before the totals, whose rows come last. */
    void count(CoopId coop, Written written) {
        if (written.granted().isEmpty()) {
            return;
        }
        var ofBudgets = new TreeMap<>(written.granted());
        ofBudgets.keySet().retainAll(store.withBudget(coop, written.granted().keySet()));
        store.count(coop, ofBudgets);
        store.share(coop, written.shares());
    }

    private static boolean hasBudget(Campaign campaign) {
        return campaign.budget().isPresent();
    }

    /** What wallets have had, while a campaign runs. */
    Map<UUID, Map<String, Yen>> shares(CoopId coop, Collection<UUID> walletIds, Instant moment) {
        return running(coop, moment).isEmpty() ? Map.of() : store.shares(coop, walletIds);
    }
}
