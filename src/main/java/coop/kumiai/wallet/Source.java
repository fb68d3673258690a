package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.List;

/** A part of a payment, and the account of the wallet that it comes from. */
record Source(Account account, Yen amount) {
    static List<Transfer> to(Account target, List<Source> sources) {
        return sources.stream().map(it -> Transfer.of(it.account(), target, it.amount())).toList();
    }

    static Yen sum(List<Source> sources) {
        return Yen.sum(sources.stream().map(Source::amount).toList());
    }

    /** What of it is e-money: only that earns points (U-WAL-3). */
    static Yen money(List<Source> sources) {
        return sum(sources.stream().filter(it -> it.account().is(Account.Kind.MONEY)).toList());
    }

    /** As much of these, in their order, as the amount needs. */
    static List<Source> take(List<Source> all, Yen amount) {
        var left = amount;
        var taken = new java.util.ArrayList<Source>();
        for (var it : all) {
            var part = least(it.amount(), left);
            if (!part.isZero()) {
                taken.add(new Source(it.account(), part));
                left = left.minus(part);
            }
        }
        return taken;
    }

    static Yen least(Yen one, Yen other) {
        return one.isLessThan(other) ? one : other;
    }
}
