package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bills share capital (M-USE-3): closed monthly, paid the month after, as the policy says. */
@Service
public class ShareBills {
    private final MemberStore members;
    private final ShareLedgerStore ledger;
    private final ShareBillStore store;
    private final Policies policies;
    private final Clock clock;

    ShareBills(
            MemberStore members,
            ShareLedgerStore ledger,
            ShareBillStore store,
            Policies policies,
            Clock clock) {
        this.members = members;
        this.ledger = ledger;
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /** The bills of a member, the oldest first. */
    public List<ShareBill> of(CoopId coop, UUID memberId) {
        return store.of(coop, memberId);
    }

    /** What nobody has paid yet (未入金), the most urgent first. */
    public List<ShareBill> unpaid(CoopId coop) {
        return store.open(coop);
    }

    /**
     * What was closed until a day and is not paid, some at a time in the order of their ids.
     *
     * @param after the last bill that was read; empty for the first
     */
    public List<ShareBill> openUntil(CoopId coop, LocalDate day, Optional<UUID> after, int most) {
        return store.openUntil(coop, day, after, most);
    }

    /** Those of these bills that are not paid yet; none is paid before the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ShareBill> holdOpen(CoopId coop, Collection<UUID> billIds) {
        return store.holdOpen(coop, billIds);
    }

    /**
     * Bills whatever is due at the last closing day; each closing day bills a member once, however
     * often this runs.
     *
     * @return how many bills were made
     */
    @Transactional
    public int close(CoopId coop) {
        var today = LocalDate.now(clock);
        var billing = policies.at(coop, ShareBilling.class, today);
        if (!billing.billed()) {
            return 0;
        }
        var closing = billing.closingOnOrBefore(today.minusDays(1));
        var made = 0;
        for (var memberId : store.owing(coop)) {
            made += bill(coop, memberId, closing, billing) ? 1 : 0;
        }
        return made;
    }

    private boolean bill(CoopId coop, UUID memberId, LocalDate closing, ShareBilling billing) {
        members.lock(coop, memberId);
        var promised = ledger.dueUntil(coop, memberId, closing);
        var billed =
                store.of(coop, memberId).stream()
                        .map(ShareBills::unpaidPart)
                        .reduce(ShareAmount.NONE, ShareAmount::plus);
        var open = promised.minus(billed);
        return open.units() > 0
                && store.insert(coop, memberId, closing, billing.payBy(closing), open);
    }

    private static ShareAmount unpaidPart(ShareBill bill) {
        return bill.isPaid() ? ShareAmount.NONE : ShareRules.inPart(bill.amount(), bill.open());
    }
}
