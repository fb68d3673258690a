package coop.kumiai.orders;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.Product;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The carts of members (カート); one each. A cart is no promise: goods and slot are the order's. */
@Service
public class Carts {
    private final CartStore store;
    private final CartReader reader;
    private final CartLife life;
    private final Deliveries deliveries;
    private final Members members;
    private final Catalog catalog;
    private final Policies policies;
    private final Clock clock;

    Carts(
            CartStore store,
            CartReader reader,
            CartLife life,
            Deliveries deliveries,
            Members members,
            Catalog catalog,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.life = life;
        this.deliveries = deliveries;
        this.members = members;
        this.catalog = catalog;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * The member's cart as it is now, with what stands in the way of an order.
     *
     * @throws NotFound when the account is no member's
     */
    @Transactional(readOnly = true)
    public Cart view(CoopId coop, UUID account) {
        return read(coop, deliveries.member(coop, account));
    }

    /** The cart of an account; empty when it is no member's. */
    @Transactional(readOnly = true)
    public Optional<Cart> find(CoopId coop, UUID account) {
        return members.byAccount(coop, account).map(member -> read(coop, member));
    }

    /**
     * Puts more of a product in.
     *
     * @throws Refused beyond the product's limit (N-ORD-2), or when the store does not sell it
     * @throws NotFound when the co-op has no such product
     */
    @Transactional
    public Cart add(CoopId coop, UUID account, Jan jan, int quantity) {
        var member = deliveries.member(coop, account);
        var now = clock.instant();
        var there =
                store.lock(coop, member.memberId()).stream()
                        .flatMap(cart -> cart.live(now).stream())
                        .filter(line -> line.jan().equals(jan))
                        .mapToInt(KeptCart.Line::quantity)
                        .sum();
        return set(coop, member, jan, clamped((long) there + quantity));
    }

    /**
     * Makes it that many of a product; 0 takes it out.
     *
     * @throws Refused beyond the product's limit (N-ORD-2), or when the store does not sell it
     * @throws NotFound when the co-op has no such product
     */
    @Transactional
    public Cart change(CoopId coop, UUID account, Jan jan, int quantity) {
        return set(coop, deliveries.member(coop, account), jan, quantity);
    }

    /** Takes everything out, also what waited of a cart whose time is over. */
    @Transactional
    public Cart clear(CoopId coop, UUID account) {
        var member = deliveries.member(coop, account);
        store.delete(coop, member.memberId());
        return read(coop, member);
    }

    /** The member does without what waits of a cart whose time is over, and has been told so. */
    @Transactional
    public Cart forget(CoopId coop, UUID account) {
        var member = deliveries.member(coop, account);
        life.forgetWaiting(coop, member.memberId());
        return read(coop, member);
    }

    /** Takes back the list of a cart whose time is over, at the prices of now (X-CART-1). */
    @Transactional
    public Cart restore(CoopId coop, UUID account) {
        var member = deliveries.member(coop, account);
        if (life.putBackWaiting(coop, member.memberId())) {
            see(coop, member, read(coop, member));
        }
        return read(coop, member);
    }

    /**
     * The member has seen the new prices and takes them.
     *
     * @param revision the one of the cart that was seen
     * @throws Refused when it has changed since
     */
    @Transactional
    public Cart acceptPrices(CoopId coop, UUID account, String revision) {
        var member = deliveries.member(coop, account);
        var cart = reader.read(coop, member, store.lock(coop, member.memberId()));
        if (!cart.revision().equals(revision)) {
            throw Refused.because(new CartRefusal.CartHasChanged());
        }
        see(coop, member, cart);
        return read(coop, member);
    }

    /**
     * 同じ商品をもう一度: puts the goods of an earlier order in, at the prices of now, as many as an order
     * may have.
     *
     * @return the names of those that the store does not sell now, or that the cart is full of
     */
    @Transactional
    public List<String> addAgain(CoopId coop, UUID account, List<OrderLine> goods) {
        var member = deliveries.member(coop, account);
        var place = deliveries.placeOf(coop, deliveries.state(coop, member).choice());
        var jans = goods.stream().map(OrderLine::jan).toList();
        var offers = catalog.offers(coop, place.store().id(), place.day(), jans);
        var there =
                store.lock(coop, member.memberId()).stream()
                        .flatMap(cart -> cart.live(clock.instant()).stream())
                        .collect(toMap(KeptCart.Line::jan, KeptCart.Line::quantity));
        var added = new ArrayList<KeptCart.Line>();
        var left = new ArrayList<String>();
        for (var line : goods) {
            var has = there.getOrDefault(line.jan(), 0);
            var offer = Optional.ofNullable(offers.get(line.jan()));
            var wish = offer.map(it -> Math.min(has + line.quantity(), most(coop, it))).orElse(0);
            if (wish > has) {
                var price = reader.price(coop, place.day(), offer.orElseThrow()).inTax();
                added.add(new KeptCart.Line(line.jan(), wish, price, false));
            } else if (line.quantity() > 0) {
                left.add(line.name());
            }
        }
        if (!added.isEmpty()) {
            life.begin(coop, member.memberId());
            store.putAll(coop, member.memberId(), added, clock.instant());
        }
        return List.copyOf(left);
    }

    private int most(CoopId coop, Offer offer) {
        return CartRules.most(
                offer.product().maxPerOrder(), policies.today(coop, OrderLimits.class));
    }

    /**
     * Takes goods out that have gone into another order, in its transaction; what was put in since
     * stays (X-ORD-2).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeOut(CoopId coop, UUID account, Map<Jan, Integer> gone) {
        life.takeOut(coop, deliveries.member(coop, account).memberId(), gone);
    }

    private Cart set(CoopId coop, Member member, Jan jan, int quantity) {
        var product = catalog.product(coop, jan).orElseThrow(() -> new NotFound("product"));
        refuseQuantity(coop, product, quantity);
        if (quantity == 0) {
            takeOut(coop, member, jan);
        } else {
            put(coop, member, product, quantity);
        }
        return read(coop, member);
    }

    private void put(CoopId coop, Member member, Product product, int quantity) {
        var place = deliveries.placeOf(coop, deliveries.state(coop, member).choice());
        var offer =
                catalog.offer(coop, place.store().id(), place.day(), product.jan())
                        .orElseThrow(
                                () -> Refused.because(new CartRefusal.NotSold(product.name())));
        life.begin(coop, member.memberId());
        store.put(
                coop,
                member.memberId(),
                product.jan(),
                quantity,
                reader.price(coop, place.day(), offer).inTax(),
                clock.instant());
    }

    private void takeOut(CoopId coop, Member member, Jan jan) {
        var now = clock.instant();
        var kept = store.lock(coop, member.memberId());
        if (kept.isEmpty() || kept.get().hasEnded(now)) {
            return;
        }
        store.takeOut(coop, member.memberId(), jan);
        var isLast = kept.get().live(now).stream().allMatch(line -> line.jan().equals(jan));
        if (isLast) {
            life.endEmpty(coop, member.memberId(), kept.get());
        }
    }

    private void see(CoopId coop, Member member, Cart cart) {
        store.see(
                coop,
                member.memberId(),
                cart.lines().stream()
                        .filter(CartLine::hasNewPrice)
                        .collect(
                                toMap(
                                        line -> line.product().jan(),
                                        line -> line.price().orElseThrow().inTax())));
    }

    private void refuseQuantity(CoopId coop, Product product, int quantity) {
        var limits = policies.today(coop, OrderLimits.class);
        var most = CartRules.most(product.maxPerOrder(), limits);
        Refused.unless(CartRules.quantity(product.name(), quantity, most).stream().toList());
    }

    private Cart read(CoopId coop, Member member) {
        return reader.read(coop, member, store.find(coop, member.memberId()));
    }

    private static int clamped(long quantity) {
        return (int) Math.clamp(quantity, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
