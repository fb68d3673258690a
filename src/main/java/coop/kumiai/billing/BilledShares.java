package coop.kumiai.billing;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.ShareBill;
import coop.kumiai.members.ShareBillWatcher;
import coop.kumiai.members.ShareBills;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 出資金 on statements (M-USE-3): takes the open bills over before a closing, and hears what is paid
 * or taken back without a statement, such as at the desk.
 */
@Component
class BilledShares implements ShareBillWatcher {
    static final String SOURCE = "shares";
    private static final String KEY = "share-bill:";
    private static final int BATCH = 1000;

    private final ShareBills bills;
    private final Billing billing;
    private final LineStore lines;
    private final Settlements settlements;
    private final TransactionTemplate transaction;

    BilledShares(
            ShareBills bills,
            Billing billing,
            LineStore lines,
            Settlements settlements,
            TransactionTemplate transaction) {
        this.bills = bills;
        this.billing = billing;
        this.lines = lines;
        this.settlements = settlements;
        this.transaction = transaction;
    }

    /** Whether a line is a bill: others are corrections. */
    static boolean isBill(String key) {
        return key.startsWith(KEY);
    }

    /** The bill behind a line. */
    static UUID billOf(String key) {
        return UUID.fromString(key.substring(KEY.length()));
    }

    /** Makes lines of all open bills that were closed until a day. */
    void gather(CoopId coop, LocalDate day) {
        var after = Optional.<UUID>empty();
        List<ShareBill> some;
        do {
            some = bills.openUntil(coop, day, after, BATCH);
            after = some.stream().map(ShareBill::billId).reduce((first, next) -> next);
            var taken = some;
            transaction.executeWithoutResult(status -> take(coop, taken));
        } while (some.size() == BATCH);
    }

    /** Members before bills, as whoever pays takes them; then none of these is paid meanwhile. */
    private void take(CoopId coop, List<ShareBill> some) {
        lines.enterPayers(coop, some.stream().map(ShareBill::memberId).toList());
        var open = bills.holdOpen(coop, some.stream().map(ShareBill::billId).toList());
        billing.addMissing(coop, open.stream().map(BilledShares::line).toList());
    }

    @Override
    @Transactional
    public void paid(CoopId coop, ShareBill bill, Yen part, String key) {
        if (!key.startsWith(Settlements.KEY)) {
            takeOff(coop, bill, part, "shares:" + key + ":" + bill.billId(), "出資金 ご入金済み");
        }
    }

    @Override
    @Transactional
    public void cancelled(CoopId coop, ShareBill bill) {
        takeOff(coop, bill, bill.open(), "shares-cancelled:" + bill.billId(), "出資金 お取消し");
    }

    /** From its statement, or as a line of its own when it waits for one. */
    private void takeOff(CoopId coop, ShareBill bill, Yen part, String key, String wording) {
        var line = lines.lock(coop, KEY + bill.billId());
        if (line.isEmpty()) {
            return;
        }
        var closedOn = line.get().getClosedOn();
        if (closedOn != null) {
            settlements.takeOff(coop, bill.memberId(), closedOn, part, key);
        } else {
            var off = new Yen(-part.amount());
            var day = line.get().getDay();
            billing.addMissing(
                    coop,
                    List.of(
                            new NewLine(
                                    bill.memberId(),
                                    key,
                                    SOURCE,
                                    day,
                                    wording,
                                    off,
                                    LineTax.NONE)));
        }
    }

    private static NewLine line(ShareBill bill) {
        return new NewLine(
                bill.memberId(),
                KEY + bill.billId(),
                SOURCE,
                bill.closedOn(),
                bill.paid().isZero() ? "出資金 %,d口".formatted(bill.amount().units()) : "出資金の残り",
                bill.open(),
                LineTax.NONE);
    }
}
