package coop.kumiai.billing;

import static java.util.stream.Collectors.joining;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 振込の取消 in a later file than the transfer: where it is plain which transfer is meant, its money
 * pays nothing any more and its statements are open again. Everything else is put before the desk,
 * above all what has paid share capital: whoever paid it in may be a member by now.
 */
@Component
class Reversals {
    private static final String CANCELLED = "銀行が振込を取り消しました";
    private static final String DEALT_WITH = CANCELLED + "。その振込は、窓口で対応済みにしたものです";
    private final ReversalStore store;
    private final DueStore dues;
    private final Audit audit;

    Reversals(ReversalStore store, DueStore dues, Audit audit) {
        this.store = store;
        this.dues = dues;
        this.audit = audit;
    }

    /** Whom to hold before these are taken back. */
    List<UUID> members(CoopId coop, List<ZenginLine> reversals) {
        return reversals.stream().flatMap(it -> store.members(coop, it).stream()).toList();
    }

    /**
     * Takes back what these reversals mean, one after the other: no transfer is taken back twice.
     *
     * @param held the members whose rows the caller holds
     * @return by the number of the line
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, TakenBack> takeBack(
            CoopId coop, List<ZenginLine> reversals, Collection<UUID> held, UUID staff) {
        var all = new HashMap<Long, TakenBack>();
        for (var it : reversals) {
            all.put(it.number(), takeBack(coop, it, held, staff));
        }
        return all;
    }

    private TakenBack takeBack(
            CoopId coop, ZenginLine reversal, Collection<UUID> held, UUID staff) {
        var may = store.lock(coop, reversal);
        var meant = meant(may, reversal);
        if (meant.isEmpty()) {
            return new TakenBack(false, may.isEmpty() ? CANCELLED : several(may.size()));
        }
        var paid = store.paid(coop, meant.get().receiptId());
        if (meant.get().state() == Receipt.State.SET_ASIDE) {
            return new TakenBack(false, paid.isEmpty() ? DEALT_WITH : DEALT_WITH + settled(paid));
        }
        if (paid.stream().anyMatch(it -> it.withShares() || !held.contains(it.memberId()))) {
            return new TakenBack(false, CANCELLED + settled(paid));
        }
        return takeBack(coop, reversal, meant.get(), paid, staff);
    }

    private TakenBack takeBack(
            CoopId coop, ZenginLine reversal, Receipt transfer, List<PaidDue> paid, UUID staff) {
        if (!paid.isEmpty()) {
            dues.settle(
                    coop, paid.stream().map(it -> undone(it, transfer, reversal.day())).toList());
        }
        store.takeBack(
                coop, transfer, "%sに銀行が取り消しました".formatted(JapaneseDates.day(reversal.day())));
        paid.forEach(it -> audit.note(coop, staff, "billing.taken-back", it.memberId(), CANCELLED));
        var what = "%sの振込を取り消しました".formatted(JapaneseDates.day(transfer.day()));
        return new TakenBack(true, paid.isEmpty() ? what : what + "。未払いに戻しました: " + inWords(paid));
    }

    /** The only one, or the only one of its day. */
    private static Optional<Receipt> meant(List<Receipt> may, ZenginLine reversal) {
        if (may.size() == 1) {
            return Optional.of(may.getFirst());
        }
        var sameDay = may.stream().filter(it -> it.day().equals(reversal.day())).toList();
        return sameDay.size() == 1 ? Optional.of(sameDay.getFirst()) : Optional.empty();
    }

    /** A settlement below nought: once for each that a payment has made. */
    static NewSettlement undone(PaidDue paid, Receipt payment, LocalDate day) {
        return new NewSettlement(
                paid.memberId(),
                paid.closedOn(),
                "taken-back:%s:%s:%s"
                        .formatted(payment.receiptId(), paid.memberId(), paid.closedOn()),
                Optional.of(payment.receiptId()),
                new Yen(-paid.amount().amount()),
                day);
    }

    private static String settled(List<PaidDue> paid) {
        return "。消込み済みです: " + inWords(paid);
    }

    private static String several(int transfers) {
        return "%s。同じ名義と金額の振込が%d件あり、どれか分かりません".formatted(CANCELLED, transfers);
    }

    private static String inWords(List<PaidDue> paid) {
        return paid.stream()
                .map(it -> "%sさんの%s締めの請求".formatted(it.payerName(), it.closedOn()))
                .collect(joining("、"));
    }
}
