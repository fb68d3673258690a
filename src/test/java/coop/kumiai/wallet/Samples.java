package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Wallets and terms for tests of rules. */
final class Samples {
    static final UUID WALLET = new UUID(1, 1);
    static final UUID ID = new UUID(2, 2);
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final Account BASE = Account.money("base");
    static final Account MEALS = Account.money("meals");

    private Samples() {}

    static Terms terms() {
        return terms(new PointTerms(false, 180, true, 30));
    }

    static Terms terms(PointTerms points) {
        var charge =
                new ChargeTerms(
                        true, Yen.of(500), Yen.of(30_000), Yen.of(50_000), Duration.ofDays(3));
        var charges = new EnumMap<Channel, ChargeTerms>(Channel.class);
        for (var channel : Channel.values()) {
            charges.put(channel, charge);
        }
        return new Terms(
                DAY.atTime(3, 0).toInstant(java.time.ZoneOffset.UTC),
                DAY,
                new WalletLimits(Yen.of(50_000), Yen.of(20_000), Yen.of(30_000)),
                points,
                new EarningTerms(List.of("978", "979"), 1_000, 50, List.of("4901"), "coop"),
                List.of(
                        new Money("meals", new MoneyTerms("ミール", List.of("canteen"), Yen.of(660))),
                        new Money("base", new MoneyTerms("電子マネー", List.of(), Yen.of(100_000)))),
                charges,
                new MoveTerms(true),
                new HoldTerms(Duration.ofMinutes(30)),
                List.of());
    }

    static WalletFacts holding(Map<Account, Long> amounts) {
        return holding(WalletState.ACTIVE, amounts);
    }

    static WalletFacts holding(WalletState state, Map<Account, Long> amounts) {
        var balances = new HashMap<Account, Balance>();
        amounts.forEach(
                (account, amount) -> balances.put(account, Balance.NONE.plus(Yen.of(amount))));
        return new WalletFacts(
                WALLET, state, DAY, balances, Map.of(), Map.of(), Map.of(), Map.of());
    }

    static Account lot(int daysFromToday) {
        return Account.points("coop", DAY.plusDays(daysFromToday));
    }

    static Instruction.Pay pay(String shop, long amount, PointUse points) {
        return new Instruction.Pay(
                "k", WALLET, new Purchase(shop, Yen.of(amount), List.of()), points);
    }

    static Posting done(Judgement judgement) {
        return ((Judgement.Done) judgement).postings().getFirst();
    }

    static WalletRefusal refusal(Judgement judgement) {
        return ((Judgement.No) judgement).refusal();
    }

    /** The facts after a payment, which a refund can now go on from. */
    static WalletFacts with(WalletFacts after, Posting payment) {
        var past =
                new Past(
                        payment.kind(),
                        payment.shop(),
                        payment.day(),
                        payment.transfers(),
                        List.of());
        return new WalletFacts(
                after.walletId(),
                after.state(),
                after.pointsFrom(),
                after.balances(),
                Map.of(payment.postingId(), past),
                after.open(),
                after.chargedToday(),
                after.campaigns());
    }

    static Judgement refund(WalletFacts facts, Optional<Yen> amount) {
        return refund(facts, amount, terms());
    }

    static Judgement refund(WalletFacts facts, Optional<Yen> amount, Terms terms) {
        return RefundRules.refund(
                facts,
                new Instruction.Refund("r", WALLET, ID, amount, "返品"),
                terms,
                new UUID(3, 3));
    }
}
