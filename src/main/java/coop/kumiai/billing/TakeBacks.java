package coop.kumiai.billing;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.ShareTakeBacks;
import coop.kumiai.members.Shares;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 消込みの取消し at the desk: a payment that was recorded is taken back, whole, once and with a reason.
 * The statements that it paid are open again, and so is the share capital on them.
 */
@Service
public class TakeBacks {
    private static final int MOST_MEANT = 20;
    private final ReversalStore store;
    private final ReceiptStore receipts;
    private final DueStore dues;
    private final Shares shares;
    private final ShareTakeBacks shareTakeBacks;
    private final Audit audit;
    private final Clock clock;

    TakeBacks(
            ReversalStore store,
            ReceiptStore receipts,
            DueStore dues,
            Shares shares,
            ShareTakeBacks shareTakeBacks,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.dues = dues;
        this.shares = shares;
        this.shareTakeBacks = shareTakeBacks;
        this.audit = audit;
        this.clock = clock;
    }

    /** The payments of a statement that can be taken back, the oldest first. */
    public List<Receipt> paying(CoopId coop, UUID memberId, LocalDate closedOn) {
        return store.paying(coop, memberId, closedOn);
    }

    /**
     * Payments that a reversal of the bank (取消) may mean, the latest first.
     *
     * @param memberIds of whom the desk thinks
     */
    public List<Receipt> mayBeMeant(CoopId coop, Receipt reversal, Collection<UUID> memberIds) {
        return reversal.kind() == Receipt.Kind.REVERSAL
                ? store.mayBeMeant(coop, reversal, memberIds, MOST_MEANT)
                : List.of();
    }

    /**
     * What taking a payment back will do. Changes nothing.
     *
     * @throws NotFound when there is no such payment
     * @throws Refused when it pays nothing any more
     */
    public TakeBackOffer offer(CoopId coop, UUID receiptId) {
        var receipt = receipts.find(coop, receiptId).orElseThrow(() -> new NotFound("receipt"));
        return new TakeBackOffer(receipt, paid(coop, receiptId));
    }

    /**
     * Takes a payment back.
     *
     * @param reversal of the bank that wants it, which then waits no longer
     * @throws Refused without a reason, when it pays nothing any more, or when share capital that
     *     it paid has been given up or paid back since
     */
    @Transactional
    public void takeBack(
            CoopId coop,
            UUID receiptId,
            Fate fate,
            Optional<UUID> reversal,
            UUID staff,
            String reason) {
        var why = audit.reason(coop, reason, new BillingRefusal.NoReason());
        var held = store.members(coop, receiptId);
        shares.hold(coop, held);
        var receipt = receipts.lock(coop, receiptId).orElseThrow(() -> new NotFound("receipt"));
        var paid = paid(coop, receiptId);
        if (!paid.stream().allMatch(it -> held.contains(it.memberId()))) {
            throw Refused.because(new BillingRefusal.ReceiptIsDone());
        }
        paid.forEach(it -> takeBackShares(coop, it, staff));
        dues.settle(coop, paid.stream().map(it -> undone(it, receipt)).toList());
        store.takeBack(coop, receipt, why);
        if (fate == Fate.WAITS) {
            receipts.insert(coop, List.of(anew(coop, receipt, why)));
        }
        reversal.ifPresent(it -> close(coop, it, receipt));
        paid.stream()
                .map(PaidDue::memberId)
                .distinct()
                .forEach(it -> audit.note(coop, staff, "billing.taken-back", it, why));
    }

    private List<PaidDue> paid(CoopId coop, UUID receiptId) {
        var paid = store.paid(coop, receiptId);
        if (paid.isEmpty()) {
            throw Refused.because(new BillingRefusal.PaysNothing());
        }
        return paid;
    }

    /** While the statement is still settled: that is what paid its shares. */
    private void takeBackShares(CoopId coop, PaidDue paid, UUID staff) {
        var member = List.of(paid.memberId());
        var ref = "%s締めの請求".formatted(paid.closedOn());
        dues.settledLines(coop, member, List.of(paid.closedOn()), BilledShares.SOURCE).stream()
                .map(SettledLine::key)
                .filter(BilledShares::isBill)
                .map(BilledShares::billOf)
                .forEach(
                        bill ->
                                shareTakeBacks.takeBack(
                                        coop,
                                        paid.memberId(),
                                        bill,
                                        staff,
                                        Settlements.KEY + bill,
                                        ref));
    }

    private NewSettlement undone(PaidDue paid, Receipt receipt) {
        return Reversals.undone(paid, receipt, LocalDate.now(clock));
    }

    /** The money is still here: it waits once more, as a payment of its own. */
    private NewReceipt anew(CoopId coop, Receipt receipt, String why) {
        var waited = receipt.state() == Receipt.State.OPEN ? receipt.left() : Yen.ZERO;
        var again =
                new Receipt(
                        Ids.next(clock),
                        receipt.kind(),
                        receipt.day(),
                        receipt.payerName(),
                        receipt.payerNumber(),
                        receipt.member(),
                        receipt.used().plus(waited),
                        Yen.ZERO,
                        Receipt.State.OPEN,
                        "消込みを取り消しました: " + why);
        var key = "again:" + receipt.receiptId();
        return new NewReceipt(again, key, receipts.fileOf(coop, receipt.receiptId()));
    }

    private void close(CoopId coop, UUID reversalId, Receipt receipt) {
        var reversal = receipts.lock(coop, reversalId).orElseThrow(() -> new NotFound("receipt"));
        if (reversal.kind() != Receipt.Kind.REVERSAL || reversal.state() != Receipt.State.OPEN) {
            throw Refused.because(new BillingRefusal.ReceiptIsDone());
        }
        var done =
                "%sの%sを取り消しました".formatted(JapaneseDates.day(receipt.day()), receipt.kind().label());
        receipts.setAside(coop, reversalId, done);
    }

    /** What became of the money of a payment that is taken back. */
    public enum Fate {
        /** The bank took it back, it was paid back, or it never was there. */
        GONE("もうない", "銀行が取り消した、返金した、記録の誤りだった"),
        /** It is here, and for something else. */
        WAITS("ある", "確認待ちの入金に戻して、ほかの請求に当てる");

        private final String label;
        private final String hint;

        Fate(String label, String hint) {
            this.label = label;
            this.hint = hint;
        }

        public String label() {
            return label;
        }

        public String hint() {
            return hint;
        }
    }
}
