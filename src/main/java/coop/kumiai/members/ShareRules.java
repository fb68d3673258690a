package coop.kumiai.members;

import coop.kumiai.kernel.Yen;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How share capital moves, pure: limits, and the entries (仕訳) of each thing that may happen. */
final class ShareRules {
    private ShareRules() {}

    /** Whether so many more shares may be promised. */
    static List<ShareRefusal> checkSubscription(ShareHolding now, int units, ShareLimits limits) {
        if (units <= 0) {
            return List.of(new ShareRefusal.NoUnits());
        }
        var would = now.capital().units() + now.due().units() + units;
        return would > limits.mostUnits()
                ? List.of(new ShareRefusal.MoreThanOneMayHold(limits.mostUnits(), would))
                : List.of();
    }

    /** Whether so many shares may be given up by somebody who stays a member. */
    static List<ShareRefusal> checkReduction(ShareHolding now, int units, ShareTerms terms) {
        if (units <= 0) {
            return List.of(new ShareRefusal.NoUnits());
        }
        var would = now.capital().units() - units;
        return would < terms.leastUnits()
                ? List.of(new ShareRefusal.LessThanOneKeeps(terms.leastUnits(), would))
                : List.of();
    }

    /** The part of something that a sum of money makes up, in whole shares; else empty. */
    static Optional<ShareAmount> part(ShareAmount whole, Yen paid) {
        if (paid.amount() <= 0 || whole.isZero() || paid.isMoreThan(whole.yen())) {
            return Optional.empty();
        }
        var scaled = Math.multiplyExact(paid.amount(), whole.units());
        return scaled % whole.yen().amount() == 0
                ? Optional.of(new ShareAmount(scaled / whole.yen().amount(), paid))
                : Optional.empty();
    }

    /** How many whole shares of something a sum of money makes up. */
    static ShareAmount inPart(ShareAmount whole, Yen paid) {
        return new ShareAmount(
                paid.portionRoundedDown(whole.units(), whole.yen().amount()).amount(), paid);
    }

    /** The worth of some shares of a holding; what remains keeps the rest, to the yen. */
    static ShareAmount portion(ShareAmount whole, int units) {
        return new ShareAmount(units, whole.yen().portionRoundedDown(units, whole.units()));
    }

    static List<ShareTransfer> subscription(ShareAmount amount) {
        return List.of(new ShareTransfer(ShareAccount.DUE, ShareAccount.SUBSCRIBED, amount));
    }

    static List<ShareTransfer> cancellation(ShareAmount amount) {
        return List.of(new ShareTransfer(ShareAccount.SUBSCRIBED, ShareAccount.DUE, amount));
    }

    /** What is paid is no longer due, and what was promised is capital. */
    static List<ShareTransfer> payment(ShareAccount into, ShareAmount amount) {
        return List.of(
                new ShareTransfer(into, ShareAccount.DUE, amount),
                new ShareTransfer(ShareAccount.SUBSCRIBED, ShareAccount.CAPITAL, amount));
    }

    /** A payment the other way round: what was paid is due again, and is capital no more. */
    static List<ShareTransfer> takingBack(ShareAccount outOf, ShareAmount amount) {
        return List.of(
                new ShareTransfer(ShareAccount.DUE, outOf, amount),
                new ShareTransfer(ShareAccount.CAPITAL, ShareAccount.SUBSCRIBED, amount));
    }

    /** Whether what was paid in is still there: given up or paid back, it cannot be taken back. */
    static boolean isStillThere(ShareAmount capital, ShareAmount paid) {
        var units = capital.units() - paid.units();
        var yen = capital.yen().amount() - paid.yen().amount();
        return units >= 0 && yen >= 0 && (units == 0) == (yen == 0);
    }

    static List<ShareTransfer> reduction(ShareAmount amount) {
        return List.of(new ShareTransfer(ShareAccount.CAPITAL, ShareAccount.OWED, amount));
    }

    static List<ShareTransfer> payingBack(ShareAccount outOf, ShareAmount amount) {
        return List.of(new ShareTransfer(ShareAccount.OWED, outOf, amount));
    }

    static List<ShareTransfer> opening(ShareAmount amount) {
        return List.of(new ShareTransfer(ShareAccount.OPENING, ShareAccount.CAPITAL, amount));
    }

    /** What transfers do to the balances of a member. */
    static Map<ShareAccount, ShareAmount> changes(List<ShareTransfer> transfers) {
        var changes = new EnumMap<ShareAccount, ShareAmount>(ShareAccount.class);
        for (var it : transfers) {
            change(changes, it.debit(), it.amount().times(it.debit().debitSign()));
            change(changes, it.credit(), it.amount().times(-it.credit().debitSign()));
        }
        return changes;
    }

    private static void change(
            Map<ShareAccount, ShareAmount> changes, ShareAccount account, ShareAmount by) {
        if (account.isOfMember()) {
            changes.merge(account, by, ShareAmount::plus);
        }
    }
}
