package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What comes in for share capital (入金): it pays bills, the oldest first, and makes a member of
 * whoever has paid what joining costs. Whoever calls is in a transaction.
 */
@Component
class IncomingShares {
    private final MemberStore members;
    private final MemberCodeStore codes;
    private final ShareLedgerStore ledger;
    private final ShareRequests requests;
    private final ShareBillStore bills;
    private final ObjectProvider<ShareBillWatcher> watchers;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    /**
     * @param watchers asked for only when there is something to tell: they may use {@link Shares}
     */
    IncomingShares(
            MemberStore members,
            MemberCodeStore codes,
            ShareLedgerStore ledger,
            ShareRequests requests,
            ShareBillStore bills,
            ObjectProvider<ShareBillWatcher> watchers,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.members = members;
        this.codes = codes;
        this.ledger = ledger;
        this.requests = requests;
        this.bills = bills;
        this.watchers = watchers;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * @throws Refused when it is no whole number of the shares that are due
     */
    void receive(CoopId coop, UUID memberId, ShareMoney money) {
        members.lock(coop, memberId);
        if (requests.isDone(coop, money.key())) {
            requests.requireSame(coop, money.key(), money.kind(), memberId, money.amount());
            return;
        }
        var due = ledger.holding(coop, memberId).due();
        var part = part(due, money).orElseThrow(() -> Refused.because(differs(due, money)));
        var staff = Optional.of(money.staff());
        var request = requests.of(money.kind(), money.key(), part, money.ref(), staff);
        var into = money.kind() == ShareKind.COLLECT ? ShareAccount.CASH : ShareAccount.BANK;
        requests.post(coop, memberId, request, ShareRules.payment(into, part));
        allocate(coop, memberId, money);
        joinIfPaid(coop, memberId);
    }

    /** The bills of a member that are not paid, the oldest first. */
    List<ShareBill> openBills(CoopId coop, UUID memberId) {
        return bills.of(coop, memberId).stream().filter(bill -> !bill.isPaid()).toList();
    }

    /** The promise behind them was taken back. */
    void cancelBills(CoopId coop, UUID memberId) {
        for (var bill : openBills(coop, memberId)) {
            bills.cancel(coop, bill.billId());
            watchers.forEach(it -> it.cancelled(coop, bill));
        }
    }

    /** A bill is paid at the price it was made at, also when other shares cost more since. */
    private static Optional<ShareAmount> part(ShareAmount due, ShareMoney money) {
        return money.first().isPresent()
                ? money.first()
                        .map(bill -> ShareRules.inPart(bill.amount(), money.amount()))
                        .filter(it -> !it.yen().isMoreThan(due.yen()) && it.units() <= due.units())
                : ShareRules.part(due, money.amount());
    }

    /** What came in goes to the oldest bill first; what nobody billed yet needs none. */
    private void allocate(CoopId coop, UUID memberId, ShareMoney money) {
        var left = money.amount();
        for (var bill : inTheirTurn(openBills(coop, memberId), money.first())) {
            var part = left.isLessThan(bill.open()) ? left : bill.open();
            if (!part.isZero()) {
                bills.pay(coop, bill.billId(), part);
                watchers.forEach(it -> it.paid(coop, bill, part, money.key()));
            }
            left = left.minus(part);
        }
    }

    private static List<ShareBill> inTheirTurn(List<ShareBill> bills, Optional<ShareBill> first) {
        var meant = first.map(ShareBill::billId);
        return bills.stream()
                .sorted(Comparator.comparing(it -> !meant.equals(Optional.of(it.billId()))))
                .toList();
    }

    /** Who has paid what joining costs is a member (M-USE-3). */
    private void joinIfPaid(CoopId coop, UUID memberId) {
        var member = members.find(coop, memberId).orElseThrow();
        var holding = ledger.holding(coop, memberId);
        if (member.state() == Member.State.APPLIED && holding.due().isZero()) {
            members.join(coop, memberId, codes.next(coop), clock.instant());
            announce.publishEvent(new MemberJoined(coop, memberId));
        }
    }

    private static ShareRefusal differs(ShareAmount due, ShareMoney money) {
        return new ShareRefusal.NotWhatIsDue(due.yen(), money.amount());
    }
}
