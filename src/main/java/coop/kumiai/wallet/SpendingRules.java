package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a purchase may take out of a wallet, and out of which of its accounts. */
final class SpendingRules {
    private SpendingRules() {}

    /**
     * The accounts that pay: points as the member wishes, those that end first before the others,
     * then the moneys of the shop in their order (X-WAL-3). In sum less than the amount when there
     * is not enough.
     */
    static List<Source> sources(
            WalletFacts facts, Terms terms, String shop, Yen amount, PointUse use) {
        var paying =
                new ArrayList<>(
                        Source.take(points(facts, terms), Source.least(use.most(), amount)));
        var left = amount.minus(Source.sum(paying));
        paying.addAll(Source.take(moneys(facts, terms, shop), left));
        return paying;
    }

    /** Why this amount cannot be taken; asked in the order in which a member can mend it. */
    static Optional<WalletRefusal> refusal(
            WalletFacts facts, Terms terms, String shop, Yen amount, PointUse use) {
        if (facts.state() != WalletState.ACTIVE) {
            return Optional.of(new WalletRefusal.NotUsable(facts.state()));
        }
        if (amount.amount() <= 0) {
            return Optional.of(new WalletRefusal.NotAnAmount(Yen.of(1)));
        }
        var most = terms.limits().mostPerPayment();
        if (amount.isMoreThan(most)) {
            return Optional.of(new WalletRefusal.AboveMostPerPayment(most, amount));
        }
        return pointShortage(facts, terms, use)
                .or(() -> shortage(facts, terms, shop, amount, use))
                .or(() -> beyondTheDay(facts, terms, shop, amount, use));
    }

    /** Points that are good today, the first to end first. */
    static List<Source> points(WalletFacts facts, Terms terms) {
        return facts.lots().stream()
                .filter(
                        it ->
                                !terms.points()
                                        .goodUntil(it, facts.pointsFrom())
                                        .isBefore(terms.day()))
                .map(it -> new Source(it.account(), it.points()))
                .toList();
    }

    private static List<Source> moneys(WalletFacts facts, Terms terms, String shop) {
        return terms.moneys().stream()
                .filter(it -> it.terms().isTakenAt(shop))
                .map(it -> new Source(it.account(), available(facts, terms, it)))
                .toList();
    }

    private static Yen available(WalletFacts facts, Terms terms, Money money) {
        var balance = facts.balance(money.account());
        var left = money.terms().mostPerDay().minus(balance.spent(terms.day()));
        return left.amount() <= 0 ? Yen.ZERO : Source.least(balance.amount(), left);
    }

    private static Optional<WalletRefusal> pointShortage(
            WalletFacts facts, Terms terms, PointUse use) {
        var points = Source.sum(points(facts, terms));
        return use.exactly() && points.isLessThan(use.most())
                ? Optional.of(
                        new WalletRefusal.NotEnoughPoints(points.amount(), use.most().amount()))
                : Optional.empty();
    }

    private static Optional<WalletRefusal> shortage(
            WalletFacts facts, Terms terms, String shop, Yen amount, PointUse use) {
        var available = Source.sum(sources(facts, terms, shop, amount, use));
        return available.isLessThan(amount)
                ? Optional.of(new WalletRefusal.NotEnough(available, amount))
                : Optional.empty();
    }

    /** What was held today counts as spent. */
    private static Optional<WalletRefusal> beyondTheDay(
            WalletFacts facts, Terms terms, String shop, Yen amount, PointUse use) {
        var most = terms.limits().mostPerDay();
        var left = most.minus(facts.spent(terms.day()));
        var money = Source.money(sources(facts, terms, shop, amount, use));
        return money.isMoreThan(left)
                ? Optional.of(
                        new WalletRefusal.AboveMostPerDay(most, Yen.of(Math.max(0, left.amount()))))
                : Optional.empty();
    }
}
