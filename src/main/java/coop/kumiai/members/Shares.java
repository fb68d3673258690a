package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 出資金: equity of the members, kept by double entry and never spent. Every change takes a key; the
 * same request again, after a lost answer or a file read twice, changes nothing.
 */
@Service
public class Shares {
    private final MemberStore members;
    private final ShareLedgerStore ledger;
    private final ShareRequests requests;
    private final IncomingShares incoming;
    private final Policies policies;

    Shares(
            MemberStore members,
            ShareLedgerStore ledger,
            ShareRequests requests,
            IncomingShares incoming,
            Policies policies) {
        this.members = members;
        this.ledger = ledger;
        this.requests = requests;
        this.incoming = incoming;
        this.policies = policies;
    }

    public ShareHolding holding(CoopId coop, UUID memberId) {
        return ledger.holding(coop, memberId);
    }

    /** 出資金の明細: everything that happened to it, the oldest first. */
    public List<SharePosting> history(CoopId coop, UUID memberId) {
        return ledger.history(coop, memberId);
    }

    /**
     * Holds these members until the transaction ends: whoever settles bills of several of them at
     * once takes them first, always in the same order.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CoopId coop, Collection<UUID> memberIds) {
        members.lock(coop, memberIds);
    }

    /** Whether a request of this key was done already. */
    boolean isDone(CoopId coop, String key) {
        return requests.isDone(coop, key);
    }

    /**
     * Promises shares: to join, or to increase (増資). They are due from now on.
     *
     * @throws Refused above what one member may hold
     */
    @Transactional
    public ShareHolding subscribe(CoopId coop, UUID memberId, int units, String key) {
        members.lock(coop, memberId);
        var price = policies.today(coop, ShareTerms.class).unitPrice();
        var amount = new ShareAmount(units, price.times(units));
        var request = requests.of(ShareKind.SUBSCRIBE, key, amount, "", Optional.empty());
        if (requests.isNew(coop, memberId, request)) {
            var limits = policies.today(coop, ShareLimits.class);
            Refused.unless(
                    ShareRules.checkSubscription(ledger.holding(coop, memberId), units, limits));
            requests.post(coop, memberId, request, ShareRules.subscription(amount));
        }
        return ledger.holding(coop, memberId);
    }

    /**
     * Takes back what was promised and is not paid, with its bills.
     *
     * @param reason in words, for the statement
     */
    @Transactional
    public void cancelDue(CoopId coop, UUID memberId, String key, UUID staff, String reason) {
        members.lock(coop, memberId);
        var due = ledger.holding(coop, memberId).due();
        if (due.isZero()) {
            return;
        }
        var request = requests.of(ShareKind.CANCEL, key, due, reason, Optional.of(staff));
        if (requests.isNew(coop, memberId, request)) {
            requests.post(coop, memberId, request, ShareRules.cancellation(due));
            incoming.cancelBills(coop, memberId);
        }
    }

    /**
     * Cash that a driver or the desk took (N-JOIN-2).
     *
     * @throws Refused when it is not what is due
     */
    @Transactional
    public void collect(
            CoopId coop, UUID memberId, Yen amount, UUID staff, String key, String ref) {
        var none = Optional.<ShareBill>empty();
        incoming.receive(
                coop, memberId, new ShareMoney(ShareKind.COLLECT, amount, key, ref, staff, none));
    }

    /**
     * Money that came to the bank (M-USE-3): by transfer or account transfer.
     *
     * @param key of the line of the bank's file, or of the form of the desk
     * @throws Refused when it is no whole number of the shares that are due
     */
    @Transactional
    public void payIn(CoopId coop, UUID memberId, Yen amount, UUID staff, String key, String ref) {
        var none = Optional.<ShareBill>empty();
        incoming.receive(
                coop, memberId, new ShareMoney(ShareKind.PAY_IN, amount, key, ref, staff, none));
    }

    /**
     * The same for all that is open of one bill, also when an older one is not paid yet. Paid
     * already, it changes nothing.
     *
     * @param key of its own for each bill; taken back, the bill is paid under it once more
     */
    @Transactional
    public void payBill(
            CoopId coop, UUID memberId, UUID billId, UUID staff, String key, String ref) {
        members.lock(coop, memberId);
        var bill =
                incoming.openBills(coop, memberId).stream()
                        .filter(it -> it.billId().equals(billId))
                        .findFirst();
        if (bill.isPresent()) {
            var amount = bill.get().open();
            var standing = requests.standing(coop, key);
            incoming.receive(
                    coop,
                    memberId,
                    new ShareMoney(ShareKind.PAY_IN, amount, standing, ref, staff, bill));
        }
    }

    /**
     * Gives up some of the shares of somebody who stays a member (減資); they are owed from now on.
     *
     * @throws Refused when fewer would remain than a member must hold
     */
    @Transactional
    public ShareHolding reduce(
            CoopId coop, UUID memberId, int units, UUID staff, String key, String ref) {
        members.lock(coop, memberId);
        var held = ledger.holding(coop, memberId);
        var fresh = !requests.isDone(coop, key);
        if (fresh) {
            var terms = policies.today(coop, ShareTerms.class);
            Refused.unless(ShareRules.checkReduction(held, units, terms));
        }
        var amount =
                fresh
                        ? ShareRules.portion(held.capital(), units)
                        : requests.asBefore(coop, key, units);
        var request = requests.of(ShareKind.REDUCE, key, amount, ref, Optional.of(staff));
        if (requests.isNew(coop, memberId, request)) {
            requests.post(coop, memberId, request, ShareRules.reduction(amount));
        }
        return ledger.holding(coop, memberId);
    }

    /** Gives up all shares of somebody who leaves (脱退): they are owed from now on. */
    @Transactional
    public ShareHolding giveUpAll(CoopId coop, UUID memberId, UUID staff, String key) {
        members.lock(coop, memberId);
        var held = ledger.holding(coop, memberId).capital();
        if (!held.isZero()) {
            var request = requests.of(ShareKind.REDUCE, key, held, "脱退", Optional.of(staff));
            requests.post(coop, memberId, request, ShareRules.reduction(held));
        }
        return ledger.holding(coop, memberId);
    }

    /**
     * Pays back what is owed (払戻し).
     *
     * @throws Refused when it is not what is owed
     */
    @Transactional
    public ShareHolding payBack(
            CoopId coop, UUID memberId, Yen amount, UUID staff, String key, String ref) {
        members.lock(coop, memberId);
        var owed = ledger.holding(coop, memberId).owed();
        var part = ShareRules.part(owed, amount);
        if (requests.isDone(coop, key)) {
            requests.requireSame(coop, key, ShareKind.PAY_BACK, memberId, amount);
            return ledger.holding(coop, memberId);
        }
        var paid =
                part.orElseThrow(
                        () -> Refused.because(new ShareRefusal.MoreThanIsOwed(owed.yen(), amount)));
        var request = requests.of(ShareKind.PAY_BACK, key, paid, ref, Optional.of(staff));
        requests.post(coop, memberId, request, ShareRules.payingBack(ShareAccount.BANK, paid));
        return ledger.holding(coop, memberId);
    }
}
