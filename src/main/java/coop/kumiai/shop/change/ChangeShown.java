package coop.kumiai.shop.change;

import coop.kumiai.amendments.Proposal;
import coop.kumiai.amendments.ProposedLine;
import coop.kumiai.coupons.Discount;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.OrderTotals;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.shop.OrderWords;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.stores.AgreedFee.FeeOffer;
import coop.kumiai.web.Change;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.Option;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A change of an order in a member's words: what can be changed, and what it comes to.
 *
 * @param cardsTaken whether the co-op takes cards
 */
public record ChangeShown(Proposal proposal, boolean cardsTaken) {
    private static final String NONE = "なし";

    /** A question for each product: how many of it. */
    public List<Field> goods() {
        return proposal.lines().stream().map(ChangeShown::quantity).toList();
    }

    private static Field quantity(ProposedLine line) {
        var most = Math.max(line.most(), Math.max(line.quantityBefore(), line.wanted()));
        var options =
                IntStream.rangeClosed(0, most)
                        .mapToObj(it -> Option.of(String.valueOf(it), it == 0 ? "取りやめる" : it + "点"))
                        .toList();
        return Field.select(ChangeForm.name(line.jan()), line.name(), options)
                .value(String.valueOf(line.wanted()));
    }

    /** Card or cash, where goods are delivered and the co-op takes cards (N-ORD-6). */
    public Optional<Choice> payment() {
        var isByCard = proposal.order().current().payment() == PaymentMethod.CARD;
        return proposal.order().isDriveThrough() || !(isByCard || cardsTaken)
                ? Optional.empty()
                : Optional.of(
                        Choice.oneOf(
                                        "payment",
                                        "お支払い方法",
                                        Stream.of(
                                                        PaymentMethod.CARD,
                                                        PaymentMethod.CASH_ON_DELIVERY)
                                                .map(ChangeShown::option)
                                                .toList())
                                .chosen(proposal.payment().code()));
    }

    private static Option option(PaymentMethod method) {
        return Option.of(method.code(), OrderWords.payment(method));
    }

    /** {@code 明日 11/21(土) 2便 14時〜16時}. */
    public String slot() {
        return SlotWords.slot(proposal.slot());
    }

    public String slotBefore() {
        var version = proposal.order().current();
        return SlotWords.slot(proposal.order());
    }

    /** Line by line how it is and how it would be; the sum comes last (X-ORD-1). */
    public List<Change> changes() {
        var changes = new ArrayList<Change>();
        changes.add(new Change("お届け", slotBefore(), slot(), null));
        if (proposal.changesPayment()) {
            changes.add(
                    new Change(
                            "お支払い",
                            OrderWords.payment(proposal.order().current().payment()),
                            OrderWords.payment(proposal.payment()),
                            null));
        }
        proposal.lines().stream().filter(it -> !it.isSame()).forEach(it -> changes.add(line(it)));
        var same = proposal.lines().stream().filter(ProposedLine::isSame).toList();
        if (!same.isEmpty()) {
            changes.add(others(same));
        }
        var before = proposal.order().current().totals();
        var after = proposal.totals();
        if (!before.discounted().isZero() || !after.discounted().isZero()) {
            changes.add(discount(before, after));
        }
        changes.add(
                money(after.fee().wording() + "（税込）", before.deliveryFee(), after.deliveryFee()));
        if (!before.paymentFee().isZero() || !after.paymentFee().isZero()) {
            changes.add(money("代金引換手数料（税込）", before.paymentFee(), after.paymentFee()));
        }
        changes.add(
                money(
                        proposal.isEstimate() ? "お支払い金額（目安）" : "お支払い金額",
                        before.total(),
                        after.total()));
        return changes;
    }

    /** What stays as it is, in one line: nobody should have to look for the change among it. */
    private static Change others(List<ProposedLine> same) {
        var sum = Yen.sum(same.stream().map(ProposedLine::sumBefore).toList());
        return new Change(
                "そのほかの商品（%d品）".formatted(same.size()), sum.toString(), sum.toString(), null);
    }

    private static Change line(ProposedLine line) {
        return new Change(
                line.name(),
                words(line.quantityBefore(), line.sumBefore()),
                line.isLost() ? "その日は取り扱いなし" : words(line.quantityAfter(), line.sumAfter()),
                difference(line.sumBefore(), line.sumAfter()));
    }

    private static String words(int quantity, Yen sum) {
        return quantity == 0 ? NONE : "%d点　%s".formatted(quantity, sum);
    }

    private static Change discount(OrderTotals before, OrderTotals after) {
        var what = before.discount().or(after::discount).map(Discount::wording).orElse("");
        return new Change(
                what,
                "−" + before.discounted(),
                after.discounted().isZero() ? NONE : "−" + after.discounted(),
                difference(after.discounted(), before.discounted()));
    }

    private static Change money(String what, Yen before, Yen after) {
        return new Change(what, before.toString(), after.toString(), difference(before, after));
    }

    private static @Nullable String difference(Yen before, Yen after) {
        if (before.equals(after)) {
            return null;
        }
        return after.isMoreThan(before) ? "＋" + after.minus(before) : "−" + before.minus(after);
    }

    /** The offer of the delivery fee that the change loses (N-ORD-7, N-FEE-1). */
    public Optional<String> lostFeeOffer() {
        var after = proposal.totals();
        return proposal.order()
                .current()
                .totals()
                .feeOffer()
                .filter(it -> !after.feeOffer().map(FeeOffer::name).equals(Optional.of(it.name())))
                .map(
                        it ->
                                "この変更では「%s」が使えなくなり、配達手数料は%s（税込）になります。"
                                        .formatted(it.name(), after.deliveryFee()));
    }

    /** What the sum becomes, in one sentence. */
    public String sum() {
        var before = proposal.order().current().totals().total();
        var after = proposal.totals().total();
        if (before.equals(after)) {
            return "お支払い金額は%sのままです。".formatted(after);
        }
        return after.isMoreThan(before)
                ? "お支払い金額は%sから%sになり、%s増えます。".formatted(before, after, after.minus(before))
                : "お支払い金額は%sから%sになり、%s減ります。".formatted(before, after, before.minus(after));
    }
}
