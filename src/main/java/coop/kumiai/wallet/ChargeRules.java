package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** チャージ (U-WAL-2): at once, or announced and paid later. */
final class ChargeRules {
    private ChargeRules() {}

    /**
     * Money that was announced is booked when it comes: its limits were asked before, and it cannot
     * be sent back any more.
     */
    static Judgement charge(WalletFacts facts, Instruction.Charge charge, Terms terms, UUID id) {
        var refusal =
                charge.expected().isPresent()
                        ? notExpected(facts, charge)
                        : refusal(facts, terms, charge.channel(), charge.amount());
        refusal = refusal.or(() -> noMoney(terms, charge.money()));
        if (refusal.isPresent()) {
            return new Judgement.No(refusal.get());
        }
        var transfer =
                Transfer.of(
                        charge.channel().clearing(),
                        Account.money(charge.money()),
                        charge.amount());
        var posting = Posting.of(id, facts, PostingKind.CHARGE, List.of(transfer), terms);
        return Judgement.of(charge.expected().map(posting::about).orElse(posting));
    }

    static Judgement expect(
            WalletFacts facts, Instruction.ExpectCharge expect, Terms terms, UUID id) {
        var refusal = refusal(facts, terms, expect.channel(), expect.amount());
        if (refusal.isPresent()) {
            return new Judgement.No(refusal.get());
        }
        var until = terms.now().plus(terms.charge(expect.channel()).payWithin());
        var item =
                new OpenItem(
                        id, OpenItem.Kind.CHARGE, expect.channel().code(), expect.amount(), until);
        return Judgement.of(
                Posting.of(id, facts, PostingKind.EXPECT_CHARGE, List.of(), terms).opening(item));
    }

    static Judgement drop(WalletFacts facts, Instruction.DropCharge drop, Terms terms, UUID id) {
        var item = facts.open().get(drop.expected());
        return item == null || item.kind() != OpenItem.Kind.CHARGE
                ? new Judgement.No(new WalletRefusal.NoSuchCharge())
                : Judgement.of(
                        Posting.of(id, facts, PostingKind.DROP_CHARGE, List.of(), terms)
                                .about(drop.expected()));
    }

    /** The way back of a charge: money that has been spent since is not there to be taken. */
    static Judgement takeBack(
            WalletFacts facts, Instruction.VoidCharge back, Terms terms, UUID id) {
        var charge = facts.past().get(back.charge());
        if (charge == null || charge.kind() != PostingKind.CHARGE) {
            return new Judgement.No(new WalletRefusal.NoSuchCharge());
        }
        var brought = charge.transfers().getFirst();
        var left = brought.amount().minus(charge.voided());
        var amount = back.amount().orElse(left);
        var unspent = Source.least(left, facts.balance(brought.credit()).amount());
        var refusal = noWayBack(facts, amount, left, unspent);
        if (refusal.isPresent()) {
            return new Judgement.No(refusal.get());
        }
        var transfer = Transfer.of(brought.credit(), brought.debit(), amount);
        return Judgement.of(
                Posting.of(id, facts, PostingKind.VOID_CHARGE, List.of(transfer), terms)
                        .about(back.charge())
                        .because(back.reason()));
    }

    private static Optional<WalletRefusal> noWayBack(
            WalletFacts facts, Yen amount, Yen left, Yen unspent) {
        if (facts.state() == WalletState.CLOSED) {
            return Optional.of(new WalletRefusal.NotUsable(facts.state()));
        }
        if (amount.amount() <= 0 || amount.isMoreThan(left)) {
            return Optional.of(new WalletRefusal.MoreThanWasCharged(left, amount));
        }
        return amount.isMoreThan(unspent)
                ? Optional.of(new WalletRefusal.SpentSince(unspent, amount))
                : Optional.empty();
    }

    static Optional<WalletRefusal> noMoney(Terms terms, String money) {
        return terms.hasMoney(money)
                ? Optional.empty()
                : Optional.of(new WalletRefusal.NoSuchMoney(money));
    }

    /** What a wallet may still receive: held money may come back, announced money will come. */
    static Optional<WalletRefusal> tooFull(WalletFacts facts, Terms terms, Yen more) {
        var most = terms.limits().mostBalance();
        var left = most.minus(facts.money()).minus(facts.held()).minus(facts.expected(it -> true));
        return more.isMoreThan(left)
                ? Optional.of(new WalletRefusal.AboveMostBalance(most, atLeastNought(left)))
                : Optional.empty();
    }

    private static Optional<WalletRefusal> notExpected(
            WalletFacts facts, Instruction.Charge charge) {
        var item = charge.expected().map(facts.open()::get);
        var isIt =
                item.isPresent()
                        && item.get().kind() == OpenItem.Kind.CHARGE
                        && item.get().channel().equals(charge.channel().code())
                        && item.get().amount().equals(charge.amount());
        return isIt ? Optional.empty() : Optional.of(new WalletRefusal.NoSuchCharge());
    }

    private static Optional<WalletRefusal> refusal(
            WalletFacts facts, Terms terms, Channel channel, Yen amount) {
        var charge = terms.charge(channel);
        if (facts.state() != WalletState.ACTIVE) {
            return Optional.of(new WalletRefusal.NotUsable(facts.state()));
        }
        if (!charge.open()) {
            return Optional.of(new WalletRefusal.ChannelShut(channel));
        }
        if (amount.isLessThan(charge.least()) || amount.isMoreThan(charge.most())) {
            return Optional.of(new WalletRefusal.ChargeOutside(charge.least(), charge.most()));
        }
        var left =
                charge.mostPerDay()
                        .minus(facts.chargedToday().getOrDefault(channel.code(), Yen.ZERO))
                        .minus(facts.expected(it -> it.channel().equals(channel.code())));
        return amount.isMoreThan(left)
                ? Optional.of(
                        new WalletRefusal.ChargedTooMuch(charge.mostPerDay(), atLeastNought(left)))
                : tooFull(facts, terms, amount);
    }

    private static Yen atLeastNought(Yen left) {
        return Yen.of(Math.max(0, left.amount()));
    }
}
