package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What happens to a wallet as a whole: its state, its beginning and its end. */
final class WalletRules {
    /** Longer than any key that a till, a gateway or a file would make. */
    private static final int LONGEST_KEY = 100;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1," + LONGEST_KEY + "}");

    private WalletRules() {}

    /** A key of ours may add a sign that those of senders cannot have. */
    static List<WalletRefusal> badKey(String key) {
        return KEY.matcher(key).matches()
                ? List.of()
                : List.of(new WalletRefusal.BadKey(LONGEST_KEY));
    }

    /** 確認, 利用停止 and 利用再開 (U-WAL-5): each from the states that it makes sense in. */
    static Judgement turn(
            WalletFacts facts, PostingKind kind, String reason, Terms terms, UUID id) {
        var from =
                switch (kind) {
                    case VERIFY -> Set.of(WalletState.UNVERIFIED);
                    case SUSPEND -> Set.of(WalletState.ACTIVE);
                    default -> Set.of(WalletState.SUSPENDED);
                };
        return from.contains(facts.state())
                ? Judgement.of(Posting.of(id, facts, kind, List.of(), terms).because(reason))
                : new Judgement.No(new WalletRefusal.NotUsable(facts.state()));
    }

    /** 解約: a suspended wallet, too, can be closed; nothing may be under way. */
    static Judgement close(WalletFacts facts, Instruction.Close close, Terms terms, UUID id) {
        if (facts.state() == WalletState.CLOSED) {
            return new Judgement.No(new WalletRefusal.NotUsable(facts.state()));
        }
        var underWay = facts.held().plus(facts.expected(it -> true));
        if (!underWay.isZero()) {
            return new Judgement.No(new WalletRefusal.StillHeld(underWay));
        }
        var transfers = new ArrayList<Transfer>();
        facts.balances().keySet().stream()
                .filter(it -> it.is(Account.Kind.MONEY))
                .map(it -> new Source(it, facts.balance(it).amount()))
                .filter(it -> !it.amount().isZero())
                .forEach(it -> transfers.add(paidOut(it)));
        transfers.addAll(PointRules.lapsed(facts.lots()));
        return Judgement.of(
                Posting.of(id, facts, PostingKind.CLOSE, transfers, terms).because(close.reason()));
    }

    /** U-WAL-6: before its owner is verified as well; once, since the key is the card's. */
    static Judgement migrate(WalletFacts facts, Instruction.Migrate migrate, Terms terms, UUID id) {
        var refusal = ChargeRules.noMoney(terms, migrate.moneyCode());
        if (facts.state() == WalletState.CLOSED) {
            refusal = Optional.of(new WalletRefusal.NotUsable(facts.state()));
        }
        if (refusal.isPresent()) {
            return new Judgement.No(refusal.get());
        }
        var from = Account.of(Account.Kind.MIGRATED, migrate.bearer());
        var lot = Account.points(migrate.bearer(), terms.points().lastDay(terms.day()));
        var transfers = PointRules.over(facts, facts.pointsFrom(), terms);
        transfers.addAll(brought(migrate, from, lot));
        return Judgement.of(Posting.of(id, facts, PostingKind.MIGRATE, transfers, terms));
    }

    private static List<Transfer> brought(Instruction.Migrate migrate, Account from, Account lot) {
        return List.of(
                        new Source(Account.money(migrate.moneyCode()), migrate.money()),
                        new Source(lot, migrate.points()))
                .stream()
                .filter(it -> !it.amount().isZero())
                .map(it -> Transfer.of(from, it.account(), it.amount()))
                .toList();
    }

    private static Transfer paidOut(Source money) {
        return Transfer.of(
                money.account(),
                Account.of(Account.Kind.PAID_OUT, money.account().name()),
                money.amount());
    }

    /** 組合員どうしの移動: out of one wallet, into the other, in one transaction. */
    static Judgement move(
            WalletFacts from, WalletFacts to, Instruction.Move move, Terms terms, List<UUID> ids) {
        var refusal = moveRefusal(from, to, move, terms);
        if (refusal.isPresent()) {
            return new Judgement.No(refusal.get());
        }
        var money = Account.money(move.money());
        var transit = Account.of(Account.Kind.TRANSIT, move.money());
        var out = List.of(Transfer.of(money, transit, move.amount()));
        var in = List.of(Transfer.of(transit, money, move.amount()));
        return new Judgement.Done(
                List.of(
                        Posting.of(ids.getFirst(), from, PostingKind.MOVE_OUT, out, terms),
                        Posting.of(ids.getLast(), to, PostingKind.MOVE_IN, in, terms)
                                .about(ids.getFirst())));
    }

    private static Optional<WalletRefusal> moveRefusal(
            WalletFacts from, WalletFacts to, Instruction.Move move, Terms terms) {
        if (!terms.moves().allowed()) {
            return Optional.of(new WalletRefusal.NoMoves());
        }
        if (from.walletId().equals(to.walletId())) {
            return Optional.of(new WalletRefusal.ToOneself());
        }
        for (var state : List.of(from.state(), to.state())) {
            if (state != WalletState.ACTIVE) {
                return Optional.of(new WalletRefusal.NotUsable(state));
            }
        }
        var balance = from.balance(Account.money(move.money())).amount();
        if (move.amount().amount() <= 0) {
            return Optional.of(new WalletRefusal.NotAnAmount(Yen.of(1)));
        }
        return move.amount().isMoreThan(balance)
                ? Optional.of(new WalletRefusal.NotEnough(balance, move.amount()))
                : ChargeRules.tooFull(to, terms, move.amount());
    }
}
