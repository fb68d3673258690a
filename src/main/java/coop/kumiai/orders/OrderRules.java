package coop.kumiai.orders;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.Store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every rule about placing, cancelling and picking an order, pure; all reasons, not only the first.
 */
final class OrderRules {
    static final int LEAST_KEY = 8;
    static final int MOST_KEY = 100;

    private OrderRules() {}

    /** What stands in the way of ordering these goods (N-ORD-1, N-ORD-2, N-CAT-1). */
    static List<CartRefusal> goods(OrderLimits limits, List<CartLine> lines, Yen goodsExTax) {
        if (lines.isEmpty()) {
            return List.of(new CartRefusal.CartIsEmpty());
        }
        return Stream.concat(
                        lines.stream().flatMap(OrderRules::line),
                        amount(limits, goodsExTax).stream())
                .toList();
    }

    /** The goods before tax lie between the least and the most of an order (N-ORD-1). */
    static Optional<CartRefusal> amount(OrderLimits limits, Yen goodsExTax) {
        if (goodsExTax.isLessThan(limits.leastExTax())) {
            return Optional.of(new CartRefusal.BelowLeast(limits.leastExTax(), goodsExTax));
        }
        return goodsExTax.isMoreThan(limits.mostExTax())
                ? Optional.of(new CartRefusal.AboveMost(limits.mostExTax(), goodsExTax))
                : Optional.empty();
    }

    /** Alcohol only for those who are old enough on the day of delivery (N-ALC-1). */
    static Optional<CartRefusal> age(
            AlcoholTerms terms, LocalDate birthDate, LocalDate deliveryDay, boolean hasAlcohol) {
        var comesOfAge = birthDate.plusYears(terms.leastAge());
        return hasAlcohol && comesOfAge.isAfter(deliveryDay)
                ? Optional.of(new CartRefusal.TooYoungForAlcohol(terms.leastAge()))
                : Optional.empty();
    }

    /** What cannot be wished for (N-ORD-3, N-ORD-4). */
    static List<WishesRefusal> wishes(
            CutleryLimits cutlery, RemarksTerms remarks, ReceiptTerms receipt, Wishes wishes) {
        return Stream.of(
                        cutlery(
                                "chopsticks",
                                "割りばし",
                                wishes.chopsticks(),
                                cutlery.mostChopsticks()),
                        cutlery("spoons", "スプーン", wishes.spoons(), cutlery.mostSpoons()),
                        remarks(remarks, wishes.remarks()),
                        receipt(receipt, wishes))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What cannot be asked for where goods are fetched: cash, or to put them down (N-DRIVE-1). */
    static List<OrderRefusal> atTheStore(
            boolean driveThrough, PaymentMethod method, Wishes wishes) {
        return Stream.<Optional<OrderRefusal>>of(
                        payment(driveThrough, method),
                        when(
                                driveThrough && wishes.leaveAtDoor(),
                                new OrderRefusal.DriveThroughHasNoDoor()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Goods that are fetched are paid by card (N-DRIVE-1). */
    static Optional<OrderRefusal> payment(boolean driveThrough, PaymentMethod method) {
        return when(
                driveThrough && method != PaymentMethod.CARD,
                new OrderRefusal.DriveThroughByCard());
    }

    private static Optional<OrderRefusal> when(boolean wrong, OrderRefusal refusal) {
        return wrong ? Optional.of(refusal) : Optional.empty();
    }

    /** A key of a confirmation has a fit length. */
    static Optional<OrderRefusal> key(String key) {
        return key.length() < LEAST_KEY || key.length() > MOST_KEY
                ? Optional.of(new OrderRefusal.KeyDoesNotFit(LEAST_KEY, MOST_KEY))
                : Optional.empty();
    }

    /** What a card is asked for, so that picking may add to it (X-PICK-2, N-PICK-2, N-PICK-4). */
    static Yen ceiling(OrderTotals totals, List<OrderLine> lines, Wishes wishes, CardTerms terms) {
        var weighed = lines.stream().filter(OrderLine::byWeight).map(totals::inTaxOf).toList();
        var substitutes = wishes.shortage() == Wishes.Shortage.SUBSTITUTE;
        return terms.ceiling(
                totals.total(), Yen.sum(weighed), substitutes ? totals.goodsInTax() : Yen.ZERO);
    }

    /** Whether a member may cancel it alone: before the cutoff (N-ORD-6, N-ORD-8). */
    static Optional<OrderRefusal> cancelling(Order order, Store store, Instant now) {
        if (order.cancelled()) {
            return Optional.of(new OrderRefusal.IsCancelled(order.number()));
        }
        return order.isCancellable(now)
                ? Optional.empty()
                : Optional.of(
                        new OrderRefusal.CutoffHasPassed(
                                JapaneseDates.moment(order.current().cutoffAt()),
                                store.name(),
                                store.phone()));
    }

    /**
     * Whether the member may call it off: as {@link #cancelling}, and of a slot that was stopped
     * also after the cutoff, until it is picked (N-SLOT-7).
     */
    static Optional<OrderRefusal> callingOff(
            Order order, Store store, boolean stopped, Instant now) {
        return stopped && !order.cancelled() && !order.isPicked()
                ? Optional.empty()
                : cancelling(order, store, now);
    }

    /** Whether staff may cancel it: until it is picked; then there are goods to take back. */
    static Optional<OrderRefusal> cancellingByStaff(Order order) {
        if (order.cancelled()) {
            return Optional.of(new OrderRefusal.IsCancelled(order.number()));
        }
        return order.isPicked()
                ? Optional.of(new OrderRefusal.IsPicked(order.number()))
                : Optional.empty();
    }

    /** Whether it can be picked now, and these quantities can be what was found (N-PICK-1). */
    static List<OrderRefusal> picking(Order order, Map<Integer, Picked> picked, Instant now) {
        if (order.cancelled()) {
            return List.of(new OrderRefusal.IsCancelled(order.number()));
        }
        if (order.isPicked()) {
            return List.of(new OrderRefusal.IsPicked(order.number()));
        }
        if (now.isBefore(order.current().cutoffAt())) {
            return List.of(
                    new OrderRefusal.NotYetPickable(
                            JapaneseDates.moment(order.current().cutoffAt())));
        }
        return order.current().lines().stream()
                .flatMap(line -> unfit(line, picked.get(line.number())).stream())
                .toList();
    }

    /**
     * The goods as they were found, with what was put in for others; what is short stays as a line
     * of nothing (N-PICK-1, N-PICK-2).
     */
    static List<OrderLine> asPicked(
            List<OrderLine> lines, Map<Integer, Picked> picked, List<OrderLine> substitutes) {
        return Stream.concat(
                        lines.stream()
                                .map(
                                        line ->
                                                line.picked(
                                                        Objects.requireNonNull(
                                                                picked.get(line.number())))),
                        substitutes.stream())
                .toList();
    }

    /** The goods without alcohol; what is taken out stays as a line of nothing (N-ALC-1). */
    static List<OrderLine> withoutAlcohol(List<OrderLine> lines) {
        return lines.stream().map(line -> line.alcohol() ? line.withQuantity(0) : line).toList();
    }

    /** Whether nothing of an order was there. */
    static boolean isNothing(List<OrderLine> lines) {
        return lines.stream().allMatch(line -> line.quantity() == 0);
    }

    private static Stream<CartRefusal> line(CartLine line) {
        var product = line.product().name();
        if (line.price().isEmpty()) {
            return Stream.of(new CartRefusal.NotSold(product));
        }
        Optional<CartRefusal> price =
                line.hasNewPrice()
                        ? Optional.of(
                                new CartRefusal.PriceHasChanged(
                                        product, line.seenInTax(), line.price().get().inTax()))
                        : Optional.empty();
        return Stream.concat(
                price.stream(), CartRules.quantity(product, line.quantity(), line.most()).stream());
    }

    /** Pieces within what was ordered, and a weight for goods sold by it (N-PICK-4). */
    private static Optional<OrderRefusal> unfit(OrderLine line, @Nullable Picked picked) {
        if (picked == null || picked.quantity() < 0 || picked.quantity() > line.quantity()) {
            return Optional.of(new OrderRefusal.PickedDoesNotFit(line.name(), line.quantity()));
        }
        var isWeighed = picked.quantity() == 0 || picked.grams().orElse(0) > 0;
        return line.weighing().isEmpty() || isWeighed
                ? Optional.empty()
                : Optional.of(new OrderRefusal.NotWeighed(line.name()));
    }

    private static Optional<WishesRefusal> cutlery(
            String field, String what, int wished, int most) {
        return wished < 0 || wished > most
                ? Optional.of(new WishesRefusal.CutleryOutside(field, what, most))
                : Optional.empty();
    }

    private static Optional<WishesRefusal> remarks(RemarksTerms terms, String remarks) {
        var length = JapaneseText.length(remarks);
        return length > terms.mostCharacters()
                ? Optional.of(new WishesRefusal.RemarksTooLong(terms.mostCharacters(), length))
                : Optional.empty();
    }

    private static Optional<WishesRefusal> receipt(ReceiptTerms terms, Wishes wishes) {
        var length = JapaneseText.length(wishes.receiptTo());
        if (wishes.receipt() && length == 0) {
            return Optional.of(new WishesRefusal.ReceiptWithoutAddressee());
        }
        if (!wishes.receipt() && length > 0) {
            return Optional.of(new WishesRefusal.AddresseeWithoutReceipt());
        }
        return length > terms.mostCharacters()
                ? Optional.of(new WishesRefusal.AddresseeTooLong(terms.mostCharacters(), length))
                : Optional.empty();
    }

    /** The products of which there is more than before. */
    static List<Jan> added(List<OrderLine> before, List<OrderLine> after) {
        var pieces =
                before.stream().collect(toMap(OrderLine::jan, OrderLine::quantity, Integer::sum));
        return after.stream()
                .filter(it -> it.quantity() > pieces.getOrDefault(it.jan(), 0))
                .map(OrderLine::jan)
                .toList();
    }
}
