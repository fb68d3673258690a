package coop.kumiai.orders;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.payments.PaymentMethod;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A member's cart (カゴ) as it is at this moment, with everything that a page shows of it.
 *
 * @param id empty while nothing is in it
 * @param revision changes with anything that the member is going to confirm: goods, prices,
 *     address, slot, fees, coupon
 * @param delivery empty while the member has no address
 * @param expiresAt when it ends (N-CART-1)
 * @param remaining of its life, without the shop's closing time
 * @param coupon the one that its order would take, or why it does not yet
 * @param problems what stands in the way of an order just now, the most important first
 * @param ended what became of a cart whose time is over, until the member has answered to it
 */
public record Cart(
        Optional<UUID> id,
        String revision,
        Optional<DeliveryChoice> delivery,
        List<CartLine> lines,
        OrderTotals totals,
        Optional<Instant> expiresAt,
        Duration remaining,
        Optional<CartCoupon> coupon,
        List<Refusal> problems,
        Optional<Ended> ended) {

    public Cart {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many pieces are in it. */
    public int pieces() {
        return lines.stream().mapToInt(CartLine::quantity).sum();
    }

    /** What it comes to when it is paid this way: the fee of cash on delivery is for cash only. */
    public OrderTotals totals(PaymentMethod method) {
        return method == PaymentMethod.CASH_ON_DELIVERY || totals.paymentFee().isZero()
                ? totals
                : Totals.of(orderLines(), totals.rates(), totals.fee(), Yen.ZERO)
                        .less(totals.discount());
    }

    /** What a card is asked for, paying it with these wishes (X-PICK-2). */
    public Yen ceiling(Wishes wishes, CardTerms terms) {
        return OrderRules.ceiling(totals(PaymentMethod.CARD), orderLines(), wishes, terms);
    }

    /** Whether its amount is only an estimate, since something in it is sold by weight. */
    public boolean isEstimate() {
        return lines.stream().anyMatch(line -> line.product().soldByWeight());
    }

    /** What is missing, before tax, to the least of an order (N-ORD-1). */
    public Optional<Yen> missing() {
        return problems.stream()
                .filter(CartRefusal.BelowLeast.class::isInstance)
                .map(CartRefusal.BelowLeast.class::cast)
                .map(CartRefusal.BelowLeast::missing)
                .findFirst();
    }

    /** The lines that an order of it would have. */
    public List<OrderLine> orderLines() {
        return CartReader.orderLines(lines);
    }

    /** How many of this product are in it. */
    public int quantityOf(Jan jan) {
        return lines.stream()
                .filter(line -> line.product().jan().equals(jan))
                .mapToInt(CartLine::quantity)
                .findFirst()
                .orElse(0);
    }

    /**
     * A cart whose time is over.
     *
     * @param life how long it had
     * @param kept how many products of its list wait to be taken back with one tap (X-CART-1); 0
     *     when the co-op empties carts
     */
    public record Ended(Duration life, int kept) {}
}
