package coop.kumiai.billing;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Shares;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 消込: brings money and statements together. A statement that is paid pays its share capital. */
@Component
class Settlements {
    /** Payments of share capital that come from statements begin with it. */
    static final String KEY = "statement:";

    /** Who acts where nobody of the staff does. */
    static final UUID NOBODY = new UUID(0, 0);

    private final DueStore dues;
    private final ReceiptStore receipts;
    private final StatementStore statements;
    private final Shares shares;
    private final Clock clock;

    Settlements(
            DueStore dues,
            ReceiptStore receipts,
            StatementStore statements,
            Shares shares,
            Clock clock) {
        this.dues = dues;
        this.receipts = receipts;
        this.statements = statements;
        this.shares = shares;
        this.clock = clock;
    }

    /**
     * Settles statements, each by no more than it wants. Whoever calls holds the members and the
     * statements.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(CoopId coop, List<NewSettlement> settlements, UUID staff) {
        if (settlements.isEmpty()) {
            return;
        }
        dues.settle(coop, settlements);
        payShares(
                coop,
                settlements.stream().map(NewSettlement::memberId).distinct().toList(),
                settlements.stream().map(NewSettlement::closedOn).distinct().toList(),
                staff);
    }

    /** Uses a receipt for open statements, the oldest first; the rest of it stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(CoopId coop, Receipt receipt, List<OpenDue> open, UUID staff) {
        var left = receipt.left();
        var settlements = new ArrayList<NewSettlement>();
        for (var due : open) {
            var part = left.isLessThan(due.open()) ? left : due.open();
            if (!part.isZero()) {
                settlements.add(settlement(due, receipt, part));
            }
            left = left.minus(part);
        }
        var used = receipt.left().minus(left);
        if (!used.isZero()) {
            receipts.use(coop, receipt, used);
            settle(coop, settlements, staff);
        }
    }

    /**
     * A statement of nought or below wants nothing: its share capital is paid with it. What it
     * gives back goes to open statements first, the rest waits for the desk. Done already, it
     * changes nothing.
     */
    @Transactional
    public void credit(CoopId coop, UUID memberId, LocalDate closedOn) {
        shares.hold(coop, List.of(memberId));
        var statement = statements.get(coop, memberId, closedOn);
        var amount = new Yen(-statement.total().amount());
        var key = "credit:" + memberId + ":" + closedOn;
        var receipt = surplus(statement, amount, closedOn, "ご請求の差引きがマイナスになりました");
        if (!amount.isZero()
                && receipts.insert(coop, List.of(new NewReceipt(receipt, key, Optional.empty())))
                        == 1) {
            use(coop, receipt, dues.lockOpen(coop, List.of(memberId)), NOBODY);
        }
        payShares(coop, List.of(memberId), List.of(closedOn), NOBODY);
    }

    /**
     * Takes share capital off a statement that was paid, or taken back, without it. What the
     * statement does not want any more waits for the desk.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeOff(CoopId coop, UUID memberId, LocalDate closedOn, Yen part, String key) {
        var today = LocalDate.now(clock);
        var open = dues.lockOpen(coop, memberId, closedOn).map(OpenDue::open).orElse(Yen.ZERO);
        var taken = part.isLessThan(open) ? part : open;
        if (!taken.isZero()) {
            var settlement =
                    new NewSettlement(memberId, closedOn, key, Optional.empty(), taken, today);
            settle(coop, List.of(settlement), NOBODY);
        }
        var rest = part.minus(taken);
        if (!rest.isZero()) {
            var statement = statements.get(coop, memberId, closedOn);
            var receipt = surplus(statement, rest, today, "出資金の分が、重ねて入金されたか、お取消しになりました");
            receipts.insert(coop, List.of(new NewReceipt(receipt, key, Optional.empty())));
        }
    }

    private void payShares(CoopId coop, List<UUID> memberIds, List<LocalDate> days, UUID staff) {
        dues.settledLines(coop, memberIds, days, BilledShares.SOURCE).stream()
                .filter(it -> BilledShares.isBill(it.key()))
                .forEach(it -> payShares(coop, it, staff));
    }

    private void payShares(CoopId coop, SettledLine line, UUID staff) {
        var bill = BilledShares.billOf(line.key());
        var ref = "%s締めの請求".formatted(line.closedOn());
        shares.payBill(coop, line.memberId(), bill, staff, KEY + bill, ref);
    }

    static NewSettlement settlement(OpenDue due, Receipt receipt, Yen part) {
        var key = receipt.receiptId() + ":" + due.closedOn() + ":" + receipt.used().amount();
        return new NewSettlement(
                due.memberId(),
                due.closedOn(),
                key,
                Optional.of(receipt.receiptId()),
                part,
                receipt.day());
    }

    private Receipt surplus(Statement statement, Yen amount, LocalDate day, String remark) {
        return new Receipt(
                Ids.next(clock),
                Receipt.Kind.SURPLUS,
                day,
                statement.payerName(),
                Long.toString(statement.payerNumber()),
                Optional.of(statement.memberId()),
                amount,
                Yen.ZERO,
                Receipt.State.OPEN,
                remark);
    }
}
