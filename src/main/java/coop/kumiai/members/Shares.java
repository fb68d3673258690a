package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
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
    private final ShareBillStore bills;
    private final ObjectProvider<ShareBillWatcher> watchers;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    /**
     * @param watchers asked for only when there is something to tell: they may use this service
     */
    Shares(
            MemberStore members,
            ShareLedgerStore ledger,
            ShareBillStore bills,
            ObjectProvider<ShareBillWatcher> watchers,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.members = members;
        this.ledger = ledger;
        this.bills = bills;
        this.watchers = watchers;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
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
        return ledger.content(coop, key).isPresent();
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
        var request = request(ShareKind.SUBSCRIBE, key, amount, "", Optional.empty());
        if (isNew(coop, memberId, request)) {
            var limits = policies.today(coop, ShareLimits.class);
            Refused.unless(
                    ShareRules.checkSubscription(ledger.holding(coop, memberId), units, limits));
            post(coop, memberId, request, ShareRules.subscription(amount));
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
        var request = request(ShareKind.CANCEL, key, due, reason, Optional.of(staff));
        if (isNew(coop, memberId, request)) {
            post(coop, memberId, request, ShareRules.cancellation(due));
            openBills(coop, memberId).forEach(bill -> cancel(coop, bill));
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
        receive(coop, memberId, new Payment(ShareKind.COLLECT, amount, key, ref, staff, none));
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
        receive(coop, memberId, new Payment(ShareKind.PAY_IN, amount, key, ref, staff, none));
    }

    /**
     * The same for all that is open of one bill, also when an older one is not paid yet. Paid
     * already, it changes nothing.
     */
    @Transactional
    public void payBill(
            CoopId coop, UUID memberId, UUID billId, UUID staff, String key, String ref) {
        members.lock(coop, memberId);
        var bill =
                openBills(coop, memberId).stream()
                        .filter(it -> it.billId().equals(billId))
                        .findFirst();
        if (bill.isPresent()) {
            var amount = bill.get().open();
            receive(coop, memberId, new Payment(ShareKind.PAY_IN, amount, key, ref, staff, bill));
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
        var fresh = ledger.content(coop, key).isEmpty();
        if (fresh) {
            var terms = policies.today(coop, ShareTerms.class);
            Refused.unless(ShareRules.checkReduction(held, units, terms));
        }
        var amount = fresh ? ShareRules.portion(held.capital(), units) : asBefore(coop, key, units);
        var request = request(ShareKind.REDUCE, key, amount, ref, Optional.of(staff));
        if (isNew(coop, memberId, request)) {
            post(coop, memberId, request, ShareRules.reduction(amount));
        }
        return ledger.holding(coop, memberId);
    }

    /** Gives up all shares of somebody who leaves (脱退): they are owed from now on. */
    @Transactional
    public ShareHolding giveUpAll(CoopId coop, UUID memberId, UUID staff, String key) {
        members.lock(coop, memberId);
        var held = ledger.holding(coop, memberId).capital();
        if (!held.isZero()) {
            var request = request(ShareKind.REDUCE, key, held, "脱退", Optional.of(staff));
            post(coop, memberId, request, ShareRules.reduction(held));
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
        if (ledger.content(coop, key).isPresent()) {
            requireSame(coop, key, ShareKind.PAY_BACK, memberId, amount);
            return ledger.holding(coop, memberId);
        }
        var paid =
                part.orElseThrow(
                        () -> Refused.because(new ShareRefusal.MoreThanIsOwed(owed.yen(), amount)));
        var request = request(ShareKind.PAY_BACK, key, paid, ref, Optional.of(staff));
        post(coop, memberId, request, ShareRules.payingBack(ShareAccount.BANK, paid));
        return ledger.holding(coop, memberId);
    }

    private void receive(CoopId coop, UUID memberId, Payment payment) {
        members.lock(coop, memberId);
        if (ledger.content(coop, payment.key()).isPresent()) {
            requireSame(coop, payment.key(), payment.kind(), memberId, payment.amount());
            return;
        }
        var due = ledger.holding(coop, memberId).due();
        var part = part(due, payment).orElseThrow(() -> Refused.because(differs(due, payment)));
        var staff = Optional.of(payment.staff());
        var request = request(payment.kind(), payment.key(), part, payment.ref(), staff);
        var into = payment.kind() == ShareKind.COLLECT ? ShareAccount.CASH : ShareAccount.BANK;
        post(coop, memberId, request, ShareRules.payment(into, part));
        allocate(coop, memberId, payment);
        joinIfPaid(coop, memberId);
    }

    /** A bill is paid at the price it was made at, also when other shares cost more since. */
    private static Optional<ShareAmount> part(ShareAmount due, Payment payment) {
        return payment.first().isPresent()
                ? payment.first()
                        .map(bill -> ShareRules.inPart(bill.amount(), payment.amount()))
                        .filter(it -> !it.yen().isMoreThan(due.yen()) && it.units() <= due.units())
                : ShareRules.part(due, payment.amount());
    }

    /** What came in goes to the oldest bill first; what nobody billed yet needs none. */
    private void allocate(CoopId coop, UUID memberId, Payment payment) {
        var left = payment.amount();
        for (var bill : inTheirTurn(openBills(coop, memberId), payment.first())) {
            var part = left.isLessThan(bill.open()) ? left : bill.open();
            if (!part.isZero()) {
                bills.pay(coop, bill.billId(), part);
                watchers.forEach(it -> it.paid(coop, bill, part, payment.key()));
            }
            left = left.minus(part);
        }
    }

    private static List<ShareBill> inTheirTurn(List<ShareBill> bills, Optional<ShareBill> first) {
        return bills.stream()
                .sorted(Comparator.comparing(it -> !first.equals(Optional.of(it))))
                .toList();
    }

    private void cancel(CoopId coop, ShareBill bill) {
        bills.cancel(coop, bill.billId());
        watchers.forEach(it -> it.cancelled(coop, bill));
    }

    /** Who has paid what joining costs is a member (M-USE-3). */
    private void joinIfPaid(CoopId coop, UUID memberId) {
        var member = members.find(coop, memberId).orElseThrow();
        var holding = ledger.holding(coop, memberId);
        if (member.state() == Member.State.APPLIED && holding.due().isZero()) {
            members.join(coop, memberId, clock.instant());
            announce.publishEvent(new MemberJoined(coop, memberId));
        }
    }

    private List<ShareBill> openBills(CoopId coop, UUID memberId) {
        return bills.of(coop, memberId).stream().filter(bill -> !bill.isPaid()).toList();
    }

    private boolean isNew(CoopId coop, UUID memberId, ShareRequest request) {
        var before = ledger.content(coop, request.key());
        if (before.isPresent() && !before.get().equals(request.content(memberId))) {
            throw Refused.because(new ShareRefusal.KeyOfAnother(request.key()));
        }
        return before.isEmpty();
    }

    /** A key that another request took in the same moment belongs to that one. */
    private void post(
            CoopId coop, UUID memberId, ShareRequest request, List<ShareTransfer> transfers) {
        if (!ledger.post(coop, memberId, request, transfers)) {
            throw Refused.because(new ShareRefusal.KeyOfAnother(request.key()));
        }
    }

    private void requireSame(CoopId coop, String key, ShareKind kind, UUID memberId, Yen amount) {
        var before = ledger.content(coop, key).orElse("");
        var begins = kind.code() + ":" + memberId + ":";
        if (!before.startsWith(begins) || !before.endsWith(":" + amount.amount())) {
            throw Refused.because(new ShareRefusal.KeyOfAnother(key));
        }
    }

    /** The amount of a reduction that was made before under this key. */
    private ShareAmount asBefore(CoopId coop, String key, int units) {
        var content = ledger.content(coop, key).orElse("");
        var yen = content.substring(content.lastIndexOf(':') + 1);
        return new ShareAmount(units, Yen.of(Long.parseLong(yen)));
    }

    private static ShareRefusal differs(ShareAmount due, Payment payment) {
        return new ShareRefusal.NotWhatIsDue(due.yen(), payment.amount());
    }

    private ShareRequest request(
            ShareKind kind, String key, ShareAmount amount, String ref, Optional<UUID> staff) {
        return new ShareRequest(kind, key, amount, LocalDate.now(clock), ref, staff);
    }

    /**
     * Money that came in.
     *
     * @param first the bill that it was meant for
     */
    private record Payment(
            ShareKind kind,
            Yen amount,
            String key,
            String ref,
            UUID staff,
            Optional<ShareBill> first) {}
}
