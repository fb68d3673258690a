package coop.kumiai.orders;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.coupons.Coupons;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Closures;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.Slots;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Makes a stored cart into what it is at this moment: today's names, prices, totals, and everything
 * that stands in the way of an order. Pages show what it says and confirmations check it.
 */
@Component
class CartReader {
    private final Deliveries deliveries;
    private final Catalog catalog;
    private final OrderPrices prices;
    private final Coupons coupons;
    private final Slots slots;
    private final Closures closures;
    private final Policies policies;
    private final Clock clock;

    CartReader(
            Deliveries deliveries,
            Catalog catalog,
            OrderPrices prices,
            Coupons coupons,
            Slots slots,
            Closures closures,
            Policies policies,
            Clock clock) {
        this.deliveries = deliveries;
        this.catalog = catalog;
        this.prices = prices;
        this.coupons = coupons;
        this.slots = slots;
        this.closures = closures;
        this.policies = policies;
        this.clock = clock;
    }

    Cart read(CoopId coop, Member member, Optional<KeptCart> kept) {
        return read(coop, member, deliveries.chosen(coop, member), kept);
    }

    /** The same for a choice of delivery that was read before. */
    Cart read(CoopId coop, Member member, Deliveries.Chosen chosen, Optional<KeptCart> kept) {
        var now = clock.instant();
        var delivery = deliveries.state(coop, member, chosen);
        var place = deliveries.placeOf(coop, delivery.choice());
        var lines = lines(coop, place, kept.map(it -> it.live(now)).orElse(List.of()));
        var agreed = totals(coop, place, slot(delivery), lines);
        var coupon =
                lines.isEmpty()
                        ? Optional.<CartCoupon>empty()
                        : coupon(coop, member, place, lines, agreed);
        var totals = agreed.less(coupon.flatMap(CartCoupon::discount));
        var ended = kept.flatMap(it -> ended(coop, it, now));
        return new Cart(
                kept.filter(it -> !lines.isEmpty()).map(KeptCart::id),
                Revision.of(delivery.choice(), lines, totals),
                delivery.choice(),
                lines,
                totals,
                kept.filter(it -> !lines.isEmpty()).map(KeptCart::expiresAt),
                kept.map(it -> remaining(coop, it, now)).orElse(Duration.ZERO),
                coupon,
                problems(coop, member, delivery, place.day(), lines, totals, ended),
                ended);
    }

    /** The price of one piece on the day of the place. */
    CartLine.PiecePrice price(CoopId coop, LocalDate day, Offer offer) {
        var percent = policies.at(coop, TaxRates.class, day).percent(offer.taxClass());
        var piece = offer.piecePrice();
        return new CartLine.PiecePrice(
                piece.mode(),
                piece.yen(),
                piece.inTax(percent),
                piece.exTax(percent),
                percent,
                offer.price().yen());
    }

    /** The lines of an order of this cart; what is not sold has none. */
    static List<OrderLine> orderLines(List<CartLine> lines) {
        var sold = lines.stream().filter(CartLine::isSold).toList();
        return IntStream.range(0, sold.size())
                .mapToObj(at -> orderLine(at + 1, sold.get(at)))
                .toList();
    }

    private List<CartLine> lines(CoopId coop, ShoppingPlace place, List<KeptCart.Line> kept) {
        var offers =
                catalog.offers(
                        coop,
                        place.store().id(),
                        place.day(),
                        kept.stream().map(KeptCart.Line::jan).toList());
        var limits = policies.today(coop, OrderLimits.class);
        return kept.stream()
                .flatMap(line -> line(coop, place.day(), line, offers, limits).stream())
                .toList();
    }

    private Optional<CartLine> line(
            CoopId coop,
            LocalDate day,
            KeptCart.Line kept,
            Map<Jan, Offer> offers,
            OrderLimits limits) {
        var offer = Optional.ofNullable(offers.get(kept.jan()));
        return offer.map(Offer::product)
                .or(() -> catalog.product(coop, kept.jan()))
                .map(
                        product ->
                                new CartLine(
                                        product,
                                        kept.quantity(),
                                        CartRules.most(product.maxPerOrder(), limits),
                                        offer.map(it -> price(coop, day, it)),
                                        kept.seenInTax()));
    }

    private OrderTotals totals(
            CoopId coop, ShoppingPlace place, Optional<Slot> slot, List<CartLine> lines) {
        return prices.totals(
                coop,
                place.store().id(),
                place.day(),
                slot,
                PaymentMethod.CASH_ON_DELIVERY,
                orderLines(lines));
    }

    /** The claimed coupon, held against the goods that can be ordered. */
    private Optional<CartCoupon> coupon(
            CoopId coop,
            Member member,
            ShoppingPlace place,
            List<CartLine> lines,
            OrderTotals totals) {
        var categories =
                lines.stream()
                        .collect(
                                toMap(
                                        line -> line.product().jan(),
                                        line -> line.product().category()));
        var basket = OrderCoupons.basket(place.store().id(), totals, orderLines(lines), categories);
        return coupons.claimed(coop, member.memberId())
                .map(it -> new CartCoupon(it.coupon(), it.appliedTo(basket)));
    }

    private List<Refusal> problems(
            CoopId coop,
            Member member,
            Deliveries.State delivery,
            LocalDate day,
            List<CartLine> lines,
            OrderTotals totals,
            Optional<Cart.Ended> ended) {
        var problems = new ArrayList<Refusal>();
        slots.closed(coop).ifPresent(problems::add);
        if (lines.isEmpty() && ended.isPresent()) {
            problems.add(new CartRefusal.CartHasEnded(ended.get().life().toMinutes()));
        } else {
            problems.addAll(goods(coop, lines, totals.goodsExTax()));
        }
        delivery.problem().or(() -> tooMany(delivery, lines)).ifPresent(problems::add);
        OrderRules.age(
                        policies.at(coop, AlcoholTerms.class, day),
                        member.birthDate(),
                        day,
                        lines.stream().anyMatch(line -> line.product().alcohol()))
                .ifPresent(problems::add);
        return problems;
    }

    private static Optional<Slot> slot(Deliveries.State delivery) {
        return delivery.choice().flatMap(DeliveryChoice::slot);
    }

    /** More pieces than its slot can still be picked (X-SLOT-3). */
    private Optional<Refusal> tooMany(Deliveries.State delivery, List<CartLine> lines) {
        var pieces = lines.stream().mapToInt(CartLine::quantity).sum();
        return delivery.choice()
                .flatMap(DeliveryChoice::slot)
                .flatMap(it -> slots.refusal(it, pieces))
                .map(Refusal.class::cast);
    }

    private List<CartRefusal> goods(CoopId coop, List<CartLine> lines, Yen goodsExTax) {
        return OrderRules.goods(policies.today(coop, OrderLimits.class), lines, goodsExTax);
    }

    private Optional<Cart.Ended> ended(CoopId coop, KeptCart kept, Instant now) {
        var terms = policies.today(coop, CartTerms.class);
        var waiting = terms.atExpiry() == CartTerms.AtExpiry.KEEP ? kept.waiting(now).size() : 0;
        return kept.hasEnded(now) || waiting > 0
                ? Optional.of(new Cart.Ended(terms.life(), waiting))
                : Optional.empty();
    }

    private Duration remaining(CoopId coop, KeptCart kept, Instant now) {
        return CartRules.remaining(closures.openTimes(coop), now, kept.expiresAt());
    }

    private static OrderLine orderLine(int number, CartLine line) {
        var product = line.product();
        var price = line.price().orElseThrow();
        return new OrderLine(
                number,
                product.jan(),
                product.name(),
                product.unit(),
                line.quantity(),
                price.mode(),
                price.unitPrice(),
                product.taxClass(),
                product.soldByWeight(),
                product.alcohol(),
                product.shelf(),
                product.soldByWeight()
                        ? Optional.of(Weighing.at(price.listed()))
                        : Optional.empty(),
                OptionalInt.empty());
    }
}
