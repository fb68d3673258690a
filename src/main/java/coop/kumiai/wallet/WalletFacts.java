package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the ledger holds of a wallet, read while its row is held. A posting makes the next facts out
 * of these, by its transfers alone: the same sum that the daily proof does over all of them.
 *
 * @param pointsFrom the day from which points live on that purchases keep (B-PT-1)
 * @param past earlier postings that an instruction goes on from
 * @param open what waits for its second step, where an instruction asks
 * @param chargedToday by channel, where an instruction asks
 * @param campaigns points out of each campaign, while any runs
 */
record WalletFacts(
        UUID walletId,
        WalletState state,
        LocalDate pointsFrom,
        Map<Account, Balance> balances,
        Map<UUID, Past> past,
        Map<UUID, OpenItem> open,
        Map<String, Yen> chargedToday,
        Map<String, Yen> campaigns) {
    private static final Set<Account.Kind> SPENT = Set.of(Account.Kind.SALES, Account.Kind.HELD);
    private static final Set<Account.Kind> COMES_BACK =
            Set.of(Account.Kind.REFUNDS, Account.Kind.HELD);

    Balance balance(Account account) {
        return balances.getOrDefault(account, Balance.NONE);
    }

    /** E-money of all kinds. */
    Yen money() {
        return sum(Account.Kind.MONEY);
    }

    Yen points() {
        return sum(Account.Kind.POINTS);
    }

    Yen held() {
        return balance(Account.held()).amount();
    }

    /** E-money that payments took on a day, or holds for payments. */
    Yen spent(LocalDate day) {
        return Yen.sum(
                balances.entrySet().stream()
                        .filter(it -> it.getKey().is(Account.Kind.MONEY))
                        .map(it -> it.getValue().spent(day))
                        .toList());
    }

    /** All lots with something in them, in the order of their use. */
    List<Lot> lots() {
        return balances.entrySet().stream()
                .filter(it -> it.getKey().is(Account.Kind.POINTS))
                .filter(it -> !it.getValue().amount().isZero())
                .map(
                        it ->
                                new Lot(
                                        it.getKey().bearer(),
                                        it.getKey().lastDay(),
                                        it.getValue().amount()))
                .sorted(Lot.ORDER_OF_USE)
                .toList();
    }

    /** What is announced and not paid yet, by one channel or by all of them. */
    Yen expected(java.util.function.Predicate<OpenItem> which) {
        return Yen.sum(
                open.values().stream()
                        .filter(it -> it.kind() == OpenItem.Kind.CHARGE && which.test(it))
                        .map(OpenItem::amount)
                        .toList());
    }

    WalletFacts after(Posting posting) {
        var next = new HashMap<>(balances);
        for (var it : posting.transfers()) {
            change(next, it.debit(), Yen.ZERO.minus(it.amount()));
            change(next, it.credit(), it.amount());
            count(next, posting, it);
        }
        var opened = new HashMap<>(open);
        posting.opened().ifPresent(it -> opened.put(it.itemId(), it));
        if (posting.closesItsOpenItem()) {
            posting.about().ifPresent(opened::remove);
        }
        return new WalletFacts(
                walletId,
                posting.kind().stateAfter(state),
                pointsFromAfter(posting),
                next,
                pastAfter(posting),
                opened,
                chargedAfter(posting),
                campaignsAfter(posting));
    }

    private static void change(Map<Account, Balance> balances, Account account, Yen credited) {
        if (account.kind().ofWallet()) {
            var change = account.is(Account.Kind.DEBT) ? Yen.ZERO.minus(credited) : credited;
            balances.put(account, balances.getOrDefault(account, Balance.NONE).plus(change));
        }
    }

    /**
     * Limits by day count what goes to shops or is held for them, less what came back of the same
     * day's payments and holds.
     */
    private void count(Map<Account, Balance> balances, Posting posting, Transfer transfer) {
        if (transfer.debit().is(Account.Kind.MONEY) && isFor(SPENT, transfer.credit())) {
            balances.computeIfPresent(
                    transfer.debit(), (any, it) -> it.spending(posting.day(), transfer.amount()));
        }
        var ofToday = posting.about().map(past::get).filter(it -> it.day().equals(posting.day()));
        if (transfer.credit().is(Account.Kind.MONEY)
                && isFor(COMES_BACK, transfer.debit())
                && ofToday.isPresent()) {
            var less = Yen.ZERO.minus(transfer.amount());
            balances.computeIfPresent(
                    transfer.credit(), (any, it) -> it.spending(posting.day(), less));
        }
    }

    private static boolean isFor(Set<Account.Kind> kinds, Account account) {
        return kinds.contains(account.kind());
    }

    private LocalDate pointsFromAfter(Posting posting) {
        var lapsed = Posting.net(posting.transfers(), Account.Kind.EXPIRED);
        var isFirst = posting.kind().isGift() && points().equals(lapsed);
        return posting.kind().isPurchase() || isFirst ? posting.day() : pointsFrom;
    }

    private Map<UUID, Past> pastAfter(Posting posting) {
        var about = posting.about().filter(past::containsKey);
        if (about.isEmpty()) {
            return past;
        }
        var next = new HashMap<>(past);
        next.computeIfPresent(about.get(), (any, it) -> it.with(posting.transfers()));
        return next;
    }

    private Map<String, Yen> chargedAfter(Posting posting) {
        if (posting.kind() == PostingKind.VOID_CHARGE) {
            return chargedLess(posting);
        }
        if (posting.kind() != PostingKind.CHARGE) {
            return chargedToday;
        }
        var next = new HashMap<>(chargedToday);
        posting.transfers().forEach(it -> next.merge(it.debit().name(), it.amount(), Yen::plus));
        return next;
    }

    private Map<String, Yen> chargedLess(Posting back) {
        var ofToday = back.about().map(past::get).filter(it -> it.day().equals(back.day()));
        if (ofToday.isEmpty()) {
            return chargedToday;
        }
        var next = new HashMap<>(chargedToday);
        back.transfers().forEach(it -> next.merge(it.credit().name(), it.amount(), Yen::minus));
        return next;
    }

    private Map<String, Yen> campaignsAfter(Posting posting) {
        var granted = CampaignRules.granted(posting.transfers());
        if (granted.isEmpty()) {
            return campaigns;
        }
        var next = new HashMap<>(campaigns);
        granted.forEach((code, points) -> next.merge(code, points, Yen::plus));
        return next;
    }

    private Yen sum(Account.Kind kind) {
        var sum = 0L;
        for (var it : balances.entrySet()) {
            if (it.getKey().is(kind)) {
                sum = Math.addExact(sum, it.getValue().amount().amount());
            }
        }
        return Yen.of(sum);
    }
}
