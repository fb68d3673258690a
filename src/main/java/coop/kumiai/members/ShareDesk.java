package coop.kumiai.members;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/**
 * 増資・減資 at the desk: a member holds more shares or fewer and stays a member. First the offer, then
 * the change, with a reason; what a reduction frees is paid back by another press.
 */
@Service
public class ShareDesk {
    private final Shares shares;
    private final Members members;
    private final Policies policies;
    private final Audit audit;

    ShareDesk(Shares shares, Members members, Policies policies, Audit audit) {
        this.shares = shares;
        this.members = members;
        this.policies = policies;
        this.audit = audit;
    }

    /**
     * What the change comes to today. Changes nothing.
     *
     * @throws Refused when it cannot be made
     */
    public ShareOffer offer(CoopId coop, UUID memberId, ShareChange change) {
        requireMember(coop, memberId);
        var before = shares.holding(coop, memberId);
        return switch (change.kind()) {
            case INCREASE -> increase(coop, before, change.units());
            case REDUCE -> reduction(coop, before, change.units());
        };
    }

    /**
     * Makes the change; sent again with the same key it changes nothing.
     *
     * @throws Refused when it cannot be made, or without a reason
     */
    @Transactional
    public ShareHolding change(
            CoopId coop, UUID memberId, ShareChange change, String key, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new ShareRefusal.NoReason());
        requireMember(coop, memberId);
        var done = "desk:" + memberId + ":" + key;
        var isNew = !shares.isDone(coop, done);
        var after =
                switch (change.kind()) {
                    case INCREASE -> shares.subscribe(coop, memberId, change.units(), done);
                    case REDUCE ->
                            shares.reduce(
                                    coop,
                                    memberId,
                                    change.units(),
                                    staff,
                                    done,
                                    change.kind().label());
                };
        if (isNew) {
            audit.note(coop, staff, action(change), memberId, why);
        }
        return after;
    }

    /**
     * Pays back all that is owed to somebody who stays a member.
     *
     * @param seen what was owed when the desk looked
     * @throws Refused when another sum is owed by now, for who has left, or without a reason
     */
    @Transactional
    public ShareHolding payBack(
            CoopId coop,
            UUID memberId,
            Yen seen,
            String key,
            UUID staff,
            String ref,
            String reason) {
        var why = audit.reason(coop, reason, new ShareRefusal.NoReason());
        requireMember(coop, memberId);
        shares.hold(coop, List.of(memberId));
        var done = "desk-back:" + memberId + ":" + key;
        if (shares.isDone(coop, done)) {
            return shares.holding(coop, memberId);
        }
        var owed = shares.holding(coop, memberId).owed().yen();
        if (!owed.equals(seen)) {
            throw Refused.because(new ShareRefusal.MoreThanIsOwed(owed, seen));
        }
        var after = shares.payBack(coop, memberId, owed, staff, done, JapaneseText.tidy(ref));
        audit.note(coop, staff, "share.paid-back", memberId, why);
        return after;
    }

    private ShareOffer increase(CoopId coop, ShareHolding before, int units) {
        var limits = policies.today(coop, ShareLimits.class);
        Refused.unless(ShareRules.checkSubscription(before, units, limits));
        var price = policies.today(coop, ShareTerms.class).unitPrice();
        var amount = new ShareAmount(units, price.times(units));
        return new ShareOffer(before, amount, before.capital().plus(before.due()).plus(amount));
    }

    private ShareOffer reduction(CoopId coop, ShareHolding before, int units) {
        var terms = policies.today(coop, ShareTerms.class);
        Refused.unless(ShareRules.checkReduction(before, units, terms));
        var amount = ShareRules.portion(before.capital(), units);
        return new ShareOffer(before, amount, before.capital().minus(amount));
    }

    private void requireMember(CoopId coop, UUID memberId) {
        if (!members.get(coop, memberId).hasJoined()) {
            throw Refused.because(new ShareRefusal.NoMember());
        }
    }

    private static String action(ShareChange change) {
        return change.kind() == ShareChange.Kind.INCREASE ? "share.increased" : "share.reduced";
    }
}
