package coop.kumiai.documents;

import coop.kumiai.coupons.Discount;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderTotals;
import coop.kumiai.orders.OrderVersion;
import coop.kumiai.orders.RateTotal;
import coop.kumiai.orders.Weighing;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Stores;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what a delivery note says: a version of an order, which never changes, with the names
 * of the day (N-RCPT-1). What it comes to must be what the order came to, or there is no paper.
 */
@Component
class Snapshots {
    private final Members members;
    private final Stores stores;
    private final Policies policies;

    Snapshots(Members members, Stores stores, Policies policies) {
        this.members = members;
        this.stores = stores;
        this.policies = policies;
    }

    /** The picked version of an order as its delivery note. */
    PaperContent deliveryNote(CoopId coop, Order order, OrderVersion version) {
        var seller = policies.at(coop, PaperSeller.class, order.slot().day());
        var lines = lines(version);
        var fees = fees(version.totals());
        var adjustments = PaperRules.apply(deductions(version.totals()), lines, fees);
        var totals = agreed(version.totals(), PaperRules.totals(lines, fees, adjustments));
        return new PaperContent(
                seller.hasNumber(),
                seller,
                addressee(coop, order, version),
                order.slot().day(),
                order.number(),
                stores.get(coop, order.slot().storeId()).name(),
                deliveredTo(version),
                payment(version.payment()),
                "",
                order.slot().day(),
                lines,
                missing(version),
                fees,
                adjustments,
                totals,
                version.shareCapital(),
                "",
                "",
                Yen.ZERO);
    }

    /** Who asked for a receipt at the checkout is addressed by the name that they gave. */
    private String addressee(CoopId coop, Order order, OrderVersion version) {
        return version.wishes().receipt()
                ? version.wishes().receiptTo()
                : members.get(coop, order.memberId()).name().full();
    }

    static String payment(PaymentMethod method) {
        return method == PaymentMethod.CASH_ON_DELIVERY ? "代金引換（現金）" : "クレジットカード";
    }

    private static String deliveredTo(OrderVersion version) {
        var to = version.destination();
        return "%s 様　%s".formatted(to.recipient(), to.oneLine());
    }

    private static List<PaperLine> lines(OrderVersion version) {
        return version.lines().stream()
                .filter(line -> line.quantity() > 0)
                .map(line -> line(line, version.totals()))
                .toList();
    }

    private static PaperLine line(OrderLine line, OrderTotals totals) {
        var reduced = line.taxClass() == TaxClass.REDUCED;
        return new PaperLine(
                line.number(),
                line.insteadOf().isPresent() ? line.name() + "（代わりの品）" : line.name(),
                line.unit(),
                line.quantity(),
                line.priceMode(),
                line.unitPrice(),
                line.amount(),
                reduced ? rate(totals.reduced(), true) : rate(totals.standard(), false),
                line.weighing().flatMap(Snapshots::weighed));
    }

    private static Optional<PaperLine.Weighing> weighed(Weighing weighing) {
        return weighing.grams().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PaperLine.Weighing(weighing.grams().getAsInt(), weighing.per100g()));
    }

    private static List<String> missing(OrderVersion version) {
        return version.lines().stream()
                .filter(line -> line.quantity() == 0)
                .map(OrderLine::name)
                .toList();
    }

    /** Fees that were asked for; one of nothing is named where a campaign made it so. */
    private static List<PaperFee> fees(OrderTotals totals) {
        var rate = rate(totals.standard(), false);
        var fees = new ArrayList<PaperFee>();
        if (!totals.deliveryFee().isZero() || totals.fee().offer().isPresent()) {
            fees.add(new PaperFee(totals.fee().wording(), totals.deliveryFee(), rate));
        }
        if (!totals.paymentFee().isZero()) {
            fees.add(new PaperFee("代金引換手数料", totals.paymentFee(), rate));
        }
        return fees;
    }

    /** What a coupon took off, as the order says it: its parts by rate are reckoned anew. */
    private static List<Adjustment> deductions(OrderTotals totals) {
        return totals.discount().map(Snapshots::deduction).stream().toList();
    }

    private static Adjustment deduction(Discount discount) {
        return switch (discount.scope()) {
            case GOODS -> Adjustment.ofGoods(discount.wording(), discount.amount());
            case LINES ->
                    Adjustment.ofLines(discount.wording(), discount.amount(), discount.lines());
            case FEE -> Adjustment.ofFees(discount.wording(), discount.amount());
        };
    }

    private static PaperRate rate(RateTotal total, boolean reduced) {
        return new PaperRate(total.percent(), reduced);
    }

    /**
     * @throws IllegalStateException when the paper would say something else than was charged
     */
    private static PaperTotals agreed(OrderTotals charged, PaperTotals written) {
        var agree =
                agrees(charged.standard(), false, written)
                        && agrees(charged.reduced(), true, written)
                        && charged.total().equals(written.total());
        if (!agree) {
            throw new IllegalStateException(
                    "the paper says %s where %s was charged".formatted(written, charged));
        }
        return written;
    }

    private static boolean agrees(RateTotal charged, boolean reduced, PaperTotals written) {
        var rate = rate(charged, reduced);
        return written.inTax(rate).equals(charged.inTax())
                && written.tax(rate).equals(charged.tax());
    }
}
