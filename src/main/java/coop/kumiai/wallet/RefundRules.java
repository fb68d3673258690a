package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * 返金 (X-WAL-1). What was used last comes back first: e-money before points, points to the lots that
 * they came from. Points that the payment earned are taken back in the same share, so that a chain
 * of partial refunds ends where one whole refund would.
 */
final class RefundRules {
    private RefundRules() {}

    static Judgement refund(WalletFacts facts, Instruction.Refund refund, Terms terms, UUID id) {
        var payment = facts.past().get(refund.payment());
        if (payment == null || !payment.kind().isPurchase()) {
            return new Judgement.No(new WalletRefusal.NothingToRefund());
        }
        if (facts.state() == WalletState.CLOSED) {
            return new Judgement.No(new WalletRefusal.NotUsable(facts.state()));
        }
        var left = payment.paid().minus(payment.refunded());
        var amount = refund.amount().orElse(left);
        if (amount.amount() <= 0 || amount.isMoreThan(left)) {
            return new Judgement.No(new WalletRefusal.MoreThanWasPaid(left, amount));
        }
        var posting =
                Posting.of(
                                id,
                                facts,
                                PostingKind.REFUND,
                                returned(facts, payment, amount, terms),
                                terms)
                        .about(refund.payment())
                        .at(payment.shop(), List.of())
                        .because(refund.reason());
        return Judgement.of(withPointsTakenBack(facts, posting, payment, amount));
    }

    /** Goes on in the reversed order of use where the refunds before have stopped. */
    private static List<Transfer> returned(
            WalletFacts facts, Past payment, Yen amount, Terms terms) {
        var refunds = Account.of(Account.Kind.REFUNDS, payment.shop());
        var done = payment.refunded();
        var left = amount;
        var transfers = new ArrayList<Transfer>();
        for (var source : payment.sources().reversed()) {
            var before = Source.least(done, source.amount());
            var part = Source.least(source.amount().minus(before), left);
            done = done.minus(before);
            left = left.minus(part);
            if (!part.isZero()) {
                transfers.addAll(toItsPlace(facts, refunds, source.debit(), part, terms));
            }
        }
        return transfers;
    }

    /**
     * Points that have no place any more lapse: once back and gone, so that the books show both.
     */
    private static List<Transfer> toItsPlace(
            WalletFacts facts, Account refunds, Account source, Yen amount, Terms terms) {
        if (!source.is(Account.Kind.POINTS)) {
            return List.of(Transfer.of(refunds, source, amount));
        }
        return PointRules.home(facts, source, terms)
                .map(it -> List.of(Transfer.of(refunds, it, amount)))
                .orElseGet(
                        () ->
                                List.of(
                                        Transfer.of(refunds, source, amount),
                                        Transfer.of(
                                                source,
                                                Account.of(Account.Kind.EXPIRED, source.bearer()),
                                                amount)));
    }

    private static Posting withPointsTakenBack(
            WalletFacts facts, Posting posting, Past payment, Yen amount) {
        var result = posting;
        for (var grant : payment.grants()) {
            var points = toTakeBack(grant.amount(), payment, amount);
            if (!points.isZero()) {
                var now = facts.after(result);
                result = result.and(PointRules.takenBack(now, grant, points));
            }
        }
        return result;
    }

    /**
     * What stays is the share of what stays paid, fractions dropped: the same however it is cut.
     */
    static Yen toTakeBack(Yen granted, Past payment, Yen amount) {
        var before = payment.paid().minus(payment.refunded());
        return keeps(granted, before, payment.paid())
                .minus(keeps(granted, before.minus(amount), payment.paid()));
    }

    private static Yen keeps(Yen granted, Yen stillPaid, Yen paid) {
        return granted.portionRoundedDown(stillPaid.amount(), paid.amount());
    }
}
