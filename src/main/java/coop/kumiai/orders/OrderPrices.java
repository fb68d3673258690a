package coop.kumiai.orders;

import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.payments.CashOnDelivery;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.AgreedFee;
import coop.kumiai.stores.Fees;
import coop.kumiai.stores.Slot;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the goods of an order come to on a day, and what stands in the way of ordering them: the
 * same for a new order and for a change of one (N-ORD-1, N-ORD-2, N-ORD-7, N-ALC-1).
 */
@Component
public class OrderPrices {
    private final Policies policies;
    private final Fees fees;

    OrderPrices(Policies policies, Fees fees) {
        this.policies = policies;
        this.fees = fees;
    }

    /** A line at the price of the offer's day. */
    public OrderLine line(int number, Offer offer, int quantity) {
        var product = offer.product();
        var piece = offer.piecePrice();
        return new OrderLine(
                number,
                product.jan(),
                product.name(),
                product.unit(),
                quantity,
                piece.mode(),
                piece.yen(),
                offer.taxClass(),
                product.soldByWeight(),
                product.alcohol(),
                product.shelf(),
                product.soldByWeight()
                        ? Optional.of(Weighing.at(offer.price().yen()))
                        : Optional.empty(),
                OptionalInt.empty());
    }

    /**
     * The money of goods that a store delivers on a day, with the fee of that day (N-FEE-1).
     *
     * @param slot empty while none is chosen
     */
    public OrderTotals totals(
            CoopId coop,
            String storeId,
            LocalDate day,
            Optional<Slot> slot,
            PaymentMethod payment,
            Collection<OrderLine> lines) {
        var rates = policies.at(coop, TaxRates.class, day);
        var paymentFee = fee(coop, day, payment);
        var ordinary = AgreedFee.ordinary(fees.ordinary(coop, storeId, day));
        var totals = Totals.of(lines, rates, ordinary, paymentFee);
        var fee = fees.fee(coop, storeId, day, slot, totals.goodsInTax());
        return fee.equals(ordinary) ? totals : Totals.of(lines, rates, fee, paymentFee);
    }

    /**
     * The money of other goods under the rates and the delivery fee that were agreed on; an offer
     * of the fee is lost below the goods that it asks for.
     */
    public OrderTotals totals(
            CoopId coop,
            OrderTotals agreed,
            LocalDate day,
            PaymentMethod payment,
            Collection<OrderLine> lines) {
        var paymentFee = fee(coop, day, payment);
        var totals = Totals.of(lines, agreed.rates(), agreed.fee(), paymentFee);
        var fee = agreed.fee().forGoods(totals.goodsInTax());
        return fee.equals(agreed.fee())
                ? totals
                : Totals.of(lines, agreed.rates(), fee, paymentFee);
    }

    /** How many of a product one order may have (N-ORD-2). */
    public int most(CoopId coop, OptionalInt ownLimit) {
        return CartRules.most(ownLimit, policies.today(coop, OrderLimits.class));
    }

    /** Why an order cannot have so many of a product (N-ORD-2). */
    public Optional<CartRefusal> quantity(String product, int quantity, int most) {
        return CartRules.quantity(product, quantity, most);
    }

    /** Why an order cannot come to that (N-ORD-1). */
    public Optional<CartRefusal> amount(CoopId coop, OrderTotals totals) {
        return OrderRules.amount(policies.today(coop, OrderLimits.class), totals.goodsExTax());
    }

    /** The age that alcohol asks for, where the member has not reached it by that day (N-ALC-1). */
    public Optional<AlcoholTerms> tooYoung(CoopId coop, Member member, LocalDate day) {
        var terms = policies.at(coop, AlcoholTerms.class, day);
        return OrderRules.age(terms, member.birthDate(), day, true).map(it -> terms);
    }

    private Yen fee(CoopId coop, LocalDate day, PaymentMethod payment) {
        return payment == PaymentMethod.CASH_ON_DELIVERY
                ? policies.at(coop, CashOnDelivery.class, day).fee()
                : Yen.ZERO;
    }
}
