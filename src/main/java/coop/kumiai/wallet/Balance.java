package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;

/**
 * What lies in one account of a wallet.
 *
 * @param spentOn the last day on which payments or holds took from it
 * @param spent what they took on that day
 */
record Balance(Yen amount, LocalDate spentOn, Yen spent) {
    static final Balance NONE = new Balance(Yen.ZERO, LocalDate.EPOCH, Yen.ZERO);

    Yen spent(LocalDate day) {
        return spentOn.equals(day) ? spent : Yen.ZERO;
    }

    /**
     * @throws IllegalStateException below nought: no rule may let it come to that
     */
    Balance plus(Yen change) {
        var after = amount.plus(change);
        if (after.amount() < 0) {
            throw new IllegalStateException("a balance would fall below nought");
        }
        return new Balance(after, spentOn, spent);
    }

    /**
     * The day's spending grows, or becomes less by a refund of the same day, never below nought.
     */
    Balance spending(LocalDate day, Yen more) {
        return new Balance(amount, day, Yen.of(Math.max(0, spent(day).plus(more).amount())));
    }
}
