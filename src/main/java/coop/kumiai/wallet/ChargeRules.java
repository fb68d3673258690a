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
