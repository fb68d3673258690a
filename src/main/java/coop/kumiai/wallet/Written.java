package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything that one batch writes.
 *
 * @param stripe over which of its rows an account of the co-op is written
 * @param turned wallets whose own row changes
 * @param changed accounts of wallets that were there
 * @param added accounts of wallets that are new
 * @param totals accounts of the co-op, in the order in which their rows are taken
 * @param granted out of campaigns, less what was taken back
 */
record Written(
        CoopId coop,
        int stripe,
        Terms terms,
        List<Entry> entries,
        List<WalletFacts> turned,
        List<Change> changed,
        List<Change> added,
        List<Total> totals,
        Map<String, Yen> granted,
        List<Share> shares) {

    /** What a batch gives a wallet out of a campaign, less what it takes back. */
    record Share(UUID walletId, String code, Yen granted) {}

    /** An account of a wallet, from its balance before to the one after. */
    record Change(UUID walletId, Account account, Balance before, Balance after) {}

    /** What a batch debits and credits an account of the co-op with. */
    record Total(String account, Yen debit, Yen credit) {
        Total plus(Total other) {
            return new Total(account, debit.plus(other.debit), credit.plus(other.credit));
        }
    }

    static Written of(
            CoopId coop,
            int stripe,
            Terms terms,
            Map<UUID, WalletFacts> before,
            Map<UUID, WalletFacts> now,
            List<Entry> entries) {
        var changed = new ArrayList<Change>();
        var added = new ArrayList<Change>();
        now.forEach((id, it) -> compare(before.getOrDefault(id, it), it, changed, added));
        return new Written(
                coop,
                stripe,
                terms,
                List.copyOf(entries),
                now.values().stream().filter(it -> hasTurned(before, it)).toList(),
                changed,
                added,
                totals(entries),
                CampaignRules.granted(
                        entries.stream().flatMap(it -> it.posting().transfers().stream()).toList()),
                now.values().stream()
                        .flatMap(it -> shares(before.getOrDefault(it.walletId(), it), it))
                        .toList());
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    private static void compare(
            WalletFacts before, WalletFacts now, List<Change> changed, List<Change> added) {
        now.balances()
                .forEach(
                        (account, balance) -> {
                            var was = before.balances().get(account);
                            if (was == null) {
                                added.add(
                                        new Change(now.walletId(), account, Balance.NONE, balance));
                            } else if (!was.equals(balance)) {
                                changed.add(new Change(now.walletId(), account, was, balance));
                            }
                        });
    }

    private static Yen since(WalletFacts before, Map.Entry<String, Yen> share) {
        return share.getValue().minus(before.campaigns().getOrDefault(share.getKey(), Yen.ZERO));
    }

    private static Stream<Share> shares(WalletFacts before, WalletFacts now) {
        return now.campaigns().entrySet().stream()
                .map(it -> new Share(now.walletId(), it.getKey(), since(before, it)))
                .filter(it -> !it.granted().isZero());
    }

    private static boolean hasTurned(Map<UUID, WalletFacts> before, WalletFacts now) {
        var was = before.getOrDefault(now.walletId(), now);
        return was.state() != now.state() || !was.pointsFrom().equals(now.pointsFrom());
    }

    private static List<Total> totals(List<Entry> entries) {
        var totals = new TreeMap<String, Total>();
        for (var entry : entries) {
            for (var it : entry.posting().transfers()) {
                add(totals, it.debit(), it.amount(), Yen.ZERO);
                add(totals, it.credit(), Yen.ZERO, it.amount());
            }
        }
        return List.copyOf(totals.values());
    }

    private static void add(Map<String, Total> totals, Account account, Yen debit, Yen credit) {
        if (!account.kind().ofWallet()) {
            var code = account.code();
            totals.merge(code, new Total(code, debit, credit), Total::plus);
        }
    }
}
