package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Bills share capital (M-USE-3): closed monthly, paid the month after, as the policy says. */
@Service
public class ShareBills {
    /** So many members at a time: a batch takes well under a second. */
    static final int BATCH = 1000;

    private final MemberStore members;
    private final ShareBillStore store;
    private final ShareClosingStore closing;
    private final Policies policies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShareBills(
            MemberStore members,
            ShareBillStore store,
            ShareClosingStore closing,
            Policies policies,
            TransactionTemplate transaction,
            Clock clock) {
        this.members = members;
        this.store = store;
        this.closing = closing;
        this.policies = policies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The bills of a member, the oldest first. */
    public List<ShareBill> of(CoopId coop, UUID memberId) {
        return store.of(coop, memberId);
    }

    /** Some of what nobody has paid yet (未入金), the most urgent first, after the given one. */
    public List<ShareBill> unpaid(CoopId coop, Optional<ShareBillKey> after, int most) {
        return store.unpaid(coop, after, most);
    }

    /** How much nobody has paid yet. */
    public OpenShares total(CoopId coop) {
        return store.total(coop);
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
     * Bills whatever is due at the last closing day, some members at a time, each time in a short
     * transaction of its own. Broken off anywhere, it goes on with whoever has no bill yet; each
     * closing day bills a member once, however often this runs.
     *
     * @return how many bills were made
     */
    public int close(CoopId coop) {
        var today = LocalDate.now(clock);
        var billing = policies.at(coop, ShareBilling.class, today);
        if (!billing.billed()) {
            return 0;
        }
        var closedOn = billing.closingOnOrBefore(today.minusDays(1));
        var made = 0;
        var after = Optional.<UUID>empty();
        List<UUID> some;
        do {
            some = closing.next(coop, closedOn, after, BATCH);
            after = some.stream().reduce((first, next) -> next);
            made += bill(coop, some, closedOn, billing.payBy(closedOn));
        } while (some.size() == BATCH);
        return made;
    }

    /** In one transaction, with the members held: what they owe does not change meanwhile. */
    int bill(CoopId coop, List<UUID> memberIds, LocalDate closedOn, LocalDate payBy) {
        var made =
                transaction.execute(
                        status -> {
                            members.lock(coop, memberIds);
                            return closing.bill(coop, memberIds, closedOn, payBy);
                        });
        return Objects.requireNonNull(made);
    }
}
