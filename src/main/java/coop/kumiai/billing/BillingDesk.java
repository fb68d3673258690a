package coop.kumiai.billing;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Shares;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 請求 at the desk: what is unpaid, and money that found no statement by itself. Whatever staff
 * decide is written down with their reason.
 */
@Service
public class BillingDesk {
    private final DueStore dues;
    private final ReceiptStore receipts;
    private final StatementStore statements;
    private final Settlements settlements;
    private final Shares shares;
    private final Audit audit;
    private final Clock clock;

    BillingDesk(
            DueStore dues,
            ReceiptStore receipts,
            StatementStore statements,
            Settlements settlements,
            Shares shares,
            Audit audit,
            Clock clock) {
        this.dues = dues;
        this.receipts = receipts;
        this.statements = statements;
        this.settlements = settlements;
        this.shares = shares;
        this.audit = audit;
        this.clock = clock;
    }

    /** How much is unpaid (未収). */
    public OpenTotal total(CoopId coop) {
        return dues.total(coop);
    }

    /** Some of what is unpaid, the most urgent first, after the given one. */
    public List<OpenDue> unpaid(CoopId coop, Optional<OpenDueKey> after, int most) {
        return dues.page(coop, after, most);
    }

    /** The open statements of these members, and of whoever has this number. */
    public List<OpenDue> open(CoopId coop, Collection<UUID> memberIds, Optional<Long> number) {
        return dues.open(coop, payers(coop, memberIds, number));
    }

    /** These members, and whoever has this number. */
    public List<UUID> payers(CoopId coop, Collection<UUID> memberIds, Optional<Long> number) {
        var all = new LinkedHashSet<>(memberIds);
        number.ifPresent(it -> all.addAll(receipts.payers(coop, List.of(it)).values()));
        return List.copyOf(all);
    }

    /** Money that waits for somebody to say what it is for, the oldest first. */
    public List<Receipt> waiting(CoopId coop, Optional<UUID> after, int most) {
        return receipts.waiting(coop, after, most);
    }

    public int countWaiting(CoopId coop) {
        return receipts.countWaiting(coop);
    }

    /** What a member has paid lately, or could not. */
    public List<Receipt> receipts(CoopId coop, UUID memberId, int most) {
        return receipts.of(coop, memberId, most);
    }

    /**
     * @throws NotFound when there is none
     */
    public Receipt receipt(CoopId coop, UUID receiptId) {
        return receipts.find(coop, receiptId).orElseThrow(() -> new NotFound("receipt"));
    }

    /**
     * Uses money that waits for a statement: as much as it wants, the rest waits on.
     *
     * @throws Refused without a reason, or when either is done already
     */
    @Transactional
    public void match(
            CoopId coop,
            UUID receiptId,
            UUID memberId,
            LocalDate closedOn,
            UUID staff,
            String reason) {
        var why = audit.reason(coop, reason, new BillingRefusal.NoReason());
        shares.hold(coop, List.of(memberId));
        var due = lockOpen(coop, memberId, closedOn);
        var receipt = lockWaiting(coop, receiptId);
        if (!receipt.isMoney()) {
            throw Refused.because(new BillingRefusal.ReceiptIsDone());
        }
        settlements.use(coop, receipt, List.of(due), staff);
        audit.note(coop, staff, "billing.matched", memberId, why);
    }

    /**
     * Says that money that waits was dealt with elsewhere: paid back, or meant for something else.
     *
     * @throws Refused without a reason, or when it is done already
     */
    @Transactional
    public void setAside(CoopId coop, UUID receiptId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new BillingRefusal.NoReason());
        var receipt = lockWaiting(coop, receiptId);
        receipts.setAside(coop, receiptId, why);
        audit.note(coop, staff, "billing.set-aside", receipt.member().orElse(receiptId), why);
    }

    /**
     * Takes money at the desk for a statement. Sent twice, it is taken once; another sum for what
     * was open before is refused.
     *
     * @param seen the statement when the desk looked
     * @throws Refused without a reason, for more than is open, or when it has changed since
     */
    @Transactional
    public void receive(
            CoopId coop,
            UUID memberId,
            LocalDate closedOn,
            SeenDue seen,
            Yen amount,
            UUID staff,
            String reason) {
        var why = audit.reason(coop, reason, new BillingRefusal.NoReason());
        var open = seen.open();
        var key = key(memberId, closedOn, seen, amount);
        shares.hold(coop, List.of(memberId));
        if (!receipts.known(coop, List.of(key)).isEmpty()) {
            return;
        }
        var due = lockOpen(coop, memberId, closedOn);
        if (!due.open().equals(open) || amount.amount() < 1 || amount.isMoreThan(open)) {
            throw Refused.because(new BillingRefusal.NotTheAmount(due.open()));
        }
        if (dues.settlements(coop, memberId, closedOn) != seen.settlements()) {
            throw Refused.because(new BillingRefusal.HasChanged(due.open()));
        }
        var receipt = atTheDesk(statements.get(coop, memberId, closedOn), amount, why);
        receipts.insert(coop, List.of(new NewReceipt(receipt, key, Optional.empty())));
        settlements.use(coop, receipt, List.of(due), staff);
        audit.note(coop, staff, "billing.received", memberId, why);
    }

    /** Of what the desk saw: the same sum is taken anew once it was taken back. */
    private static String key(UUID memberId, LocalDate closedOn, SeenDue seen, Yen amount) {
        var saw = "%d:%d".formatted(seen.settlements(), seen.open().amount());
        return "desk:%s:%s:%s:%d".formatted(memberId, closedOn, saw, amount.amount());
    }

    private OpenDue lockOpen(CoopId coop, UUID memberId, LocalDate closedOn) {
        return dues.lockOpen(coop, memberId, closedOn)
                .orElseThrow(() -> Refused.because(new BillingRefusal.NothingDue()));
    }

    private Receipt lockWaiting(CoopId coop, UUID receiptId) {
        var receipt = receipts.lock(coop, receiptId).orElseThrow(() -> new NotFound("receipt"));
        if (receipt.state() != Receipt.State.OPEN) {
            throw Refused.because(new BillingRefusal.ReceiptIsDone());
        }
        return receipt;
    }

    private Receipt atTheDesk(Statement statement, Yen amount, String reason) {
        return new Receipt(
                Ids.next(clock),
                Receipt.Kind.DESK,
                LocalDate.now(clock),
                statement.payerName(),
                Long.toString(statement.payerNumber()),
                Optional.of(statement.memberId()),
                amount,
                Yen.ZERO,
                Receipt.State.OPEN,
                reason);
    }
}
