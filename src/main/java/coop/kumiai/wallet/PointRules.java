package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** ポイント: how they come, end, and are taken back. */
final class PointRules {
    private PointRules() {}

    /** Points come: what the member owes is settled first. */
    static List<Transfer> granted(WalletFacts facts, List<Earned> earned) {
        var debt = facts.balance(Account.debt()).amount();
        var transfers = new ArrayList<Transfer>();
        for (var it : earned) {
            var from = Account.granted(it.bearer(), it.campaign());
            var settled = Source.least(debt, it.points());
            add(transfers, from, Account.debt(), settled, it.ground());
            debt = debt.minus(settled);
            var lot = Account.points(it.bearer(), it.lastDay());
            add(transfers, from, lot, it.points().minus(settled), it.ground());
        }
        return transfers;
    }

    /**
     * Points that had been granted are taken back: out of their own lot, then out of those that end
     * first; what is not there any more is owed (X-WAL-1).
     *
     * @param facts as they are once everything before in the same posting is done
     * @param grant by which they came
     */
    static List<Transfer> takenBack(WalletFacts facts, Transfer grant, Yen points) {
        var ownLotFirst =
                facts.lots().stream()
                        .sorted(Comparator.comparing(it -> !it.account().equals(grant.credit())))
                        .map(it -> new Source(it.account(), it.points()))
                        .toList();
        var taken = Source.take(ownLotFirst, points);
        var transfers = new ArrayList<>(Source.to(grant.debit(), taken));
        var owed = points.minus(Source.sum(taken));
        add(transfers, Account.debt(), grant.debit(), owed, "");
        return transfers;
    }

    static Judgement grant(WalletFacts facts, Instruction.Grant grant, Terms terms, UUID id) {
        if (facts.state() == WalletState.CLOSED) {
            return new Judgement.No(new WalletRefusal.NotUsable(facts.state()));
        }
        if (grant.points().amount() <= 0) {
            return new Judgement.No(new WalletRefusal.NotAnAmount(Yen.of(1)));
        }
        var lastDay = grant.lastDay().orElseGet(() -> terms.points().lastDay(terms.day()));
        var earned = new Earned(grant.bearer(), "", lastDay, grant.points(), grant.reason());
        var transfers = over(facts, facts.pointsFrom(), terms);
        transfers.addAll(granted(facts, List.of(earned)));
        return Judgement.of(
                Posting.of(id, facts, PostingKind.GRANT, transfers, terms).because(grant.reason()));
    }

    /** 失効: every lot whose last day has passed, by its own day or by the last purchase (B-PT-1). */
    static Judgement expire(WalletFacts facts, Terms terms, UUID id) {
        return Judgement.of(
                Posting.of(
                        id,
                        facts,
                        PostingKind.EXPIRE,
                        over(facts, facts.pointsFrom(), terms),
                        terms));
    }

    /**
     * What lapses of the lots there are. Whatever gives points a new day says so first of what is
     * over: late points do not come back to life.
     *
     * @param pointsFrom the day from which points live on that purchases keep
     */
    static List<Transfer> over(WalletFacts facts, LocalDate pointsFrom, Terms terms) {
        return lapsed(
                facts.lots().stream()
                        .filter(
                                it ->
                                        terms.points()
                                                .goodUntil(it, pointsFrom)
                                                .isBefore(terms.day()))
                        .toList());
    }

    static List<Transfer> lapsed(List<Lot> lots) {
        return lots.stream()
                .map(
                        it ->
                                Transfer.of(
                                        it.account(),
                                        Account.of(Account.Kind.EXPIRED, it.bearer()),
                                        it.points()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Where points go that come back after a refund: to their lot, while it is good. */
    static Optional<Account> home(WalletFacts facts, Account lot, Terms terms) {
        var was = new Lot(lot.bearer(), lot.lastDay(), Yen.ZERO);
        var day = terms.day();
        if (!terms.points().goodUntil(was, facts.pointsFrom()).isBefore(day)) {
            return Optional.of(lot);
        }
        return terms.points().renewed()
                ? Optional.of(
                        Account.points(was.bearer(), day.plusDays(terms.points().renewedDays())))
                : Optional.empty();
    }

    private static void add(
            List<Transfer> transfers, Account debit, Account credit, Yen amount, String note) {
        if (!amount.isZero()) {
            transfers.add(new Transfer(debit, credit, amount, note));
        }
    }
}
