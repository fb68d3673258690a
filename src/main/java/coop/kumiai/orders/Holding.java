package coop.kumiai.orders;

import coop.kumiai.accounts.Acting;
import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.CouponUses;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.orders.ConfirmationStore.Confirmation;
import coop.kumiai.orders.HeldStore.Held;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardPayments;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.payments.Payments;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Slots;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The two transactions around asking a card. The first checks every rule, takes the slot's place
 * and writes the order as held; the second confirms it, or gives everything back. The cart stays
 * until then.
 */
@Component
class Holding {
    private final Placing placing;
    private final OrderStore orders;
    private final HeldStore store;
    private final CartStore carts;
    private final CartLife life;
    private final ConfirmationStore confirmations;
    private final CardPayments cards;
    private final CouponUses coupons;
    private final Slots slots;
    private final SlotHolds holds;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Holding(
            Placing placing,
            OrderStore orders,
            HeldStore store,
            CartStore carts,
            CartLife life,
            ConfirmationStore confirmations,
            CardPayments cards,
            CouponUses coupons,
            Slots slots,
            SlotHolds holds,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.placing = placing;
        this.orders = orders;
        this.store = store;
        this.carts = carts;
        this.life = life;
        this.confirmations = confirmations;
        this.cards = cards;
        this.coupons = coupons;
        this.slots = slots;
        this.holds = holds;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * What the first transaction left.
     *
     * @param repeated whether an earlier confirmation had made the order, whose card was asked then
     */
    record Begun(UUID orderId, boolean repeated) {}

    /**
     * @throws StillHeld when another order of the member waits for its card, or this one for
     *     another card
     */
    @Transactional
    Begun hold(
            CoopId coop,
            Member member,
            By by,
            Deliveries.Chosen chosen,
            PlaceOrder asked,
            CardChoice card) {
        Refused.unless(OrderRules.key(asked.key()).stream().toList());
        var mine = new Confirmation(asked.key(), fingerprint(asked, card), Ids.next(clock));
        if (!placing.claim(coop, member, mine)) {
            return new Begun(placing.earlier(coop, member, mine), true);
        }
        var kept = carts.lock(coop, member.memberId());
        var held = store.ofMember(coop, member.memberId());
        var there = ofThisCart(coop, member, asked, mine, kept, held);
        if (there.isPresent()) {
            confirmations.pointTo(coop, member.memberId(), asked.key(), there.get());
            return new Begun(there.get(), true);
        }
        var cart = placing.checked(coop, member, by, chosen, asked, kept);
        Refused.unless(cards.refusal(coop, member.memberId(), card).stream().toList());
        if (!held.isEmpty()) {
            throw new StillHeld();
        }
        write(
                coop,
                member,
                mine.orderId(),
                asked,
                card,
                kept.orElseThrow(),
                cart,
                placing.version(coop, by, member, asked, cart));
        return new Begun(mine.orderId(), false);
    }

    /**
     * The order that another window has made of the same cart, or is making with the same card. A
     * cart that is still there has become none: an order takes its cart away.
     */
    private Optional<UUID> ofThisCart(
            CoopId coop,
            Member member,
            PlaceOrder asked,
            Confirmation mine,
            Optional<KeptCart> kept,
            List<Held> held) {
        var id = member.memberId();
        var waiting =
                held.stream()
                        .map(Held::orderId)
                        .filter(it -> confirmations.isOf(coop, id, it, mine.fingerprint()))
                        .findFirst();
        return waiting.isPresent() || kept.filter(it -> it.id().equals(asked.cartId())).isPresent()
                ? waiting
                : orders.ofCart(coop, id, asked.cartId()).map(Order::id);
    }

    private static String fingerprint(PlaceOrder asked, CardChoice card) {
        var paid =
                switch (card) {
                    case CardChoice.Typed typed -> typed.token();
                    case CardChoice.Kept kept -> kept.cardId().toString();
                };
        return Revision.of(Placing.fingerprint(asked) + " " + paid);
    }

    /** What a key was used for, if it was. */
    Optional<UUID> ofKey(CoopId coop, UUID member, String key) {
        return confirmations.has(coop, member, key)
                ? Optional.of(confirmations.get(coop, member, key).orderId())
                : Optional.empty();
    }

    private void write(
            CoopId coop,
            Member member,
            UUID id,
            PlaceOrder asked,
            CardChoice card,
            KeptCart kept,
            Cart cart,
            OrderVersion version) {
        var terms = policies.today(coop, CardTerms.class);
        var slot = cart.delivery().orElseThrow().slot().orElseThrow().id();
        orders.insert(coop, id, member.memberId(), asked.cartId(), slot, version, OrderStore.HELD);
        cards.hold(
                coop,
                Payments.order(id),
                member.memberId(),
                version.totals().total(),
                OrderRules.ceiling(version.totals(), version.lines(), version.wishes(), terms),
                card,
                version.cutoffAt());
        life.waitForCard(coop, member.memberId(), kept, terms.heldFor());
        version.totals().discount().ifPresent(it -> coupons.hold(coop, id, member.memberId(), it));
        holds.take(coop, member, cart.delivery().orElseThrow(), version.pieces());
    }

    /**
     * The card has granted it: it is an order from now on. Once; later ones find it so. The cart is
     * locked before the order, as whoever places an order does.
     *
     * @return the order, unless it was confirmed or released before
     */
    @Transactional
    Optional<Order> confirm(CoopId coop, UUID orderId, Optional<Acting> acting) {
        var held = store.find(coop, orderId).orElseThrow();
        var cart = carts.lock(coop, held.memberId());
        if (!store.confirm(coop, orderId)) {
            return Optional.empty();
        }
        cards.confirm(coop, Payments.order(orderId));
        coupons.confirm(coop, orderId, held.memberId());
        var order = orders.find(coop, orderId).orElseThrow();
        cart.filter(it -> it.id().equals(held.cartId()))
                .ifPresent(it -> takeOutOfCart(coop, order, it));
        acting.ifPresent(it -> placing.note(coop, it, order));
        announce.publishEvent(
                new OrderPlaced(coop, orderId, held.memberId(), order.current().number()));
        return Optional.of(order);
    }

    /** It does not come to be. Once; later ones find it so. */
    @Transactional
    void release(CoopId coop, UUID orderId, OfCard why) {
        if (!store.release(coop, orderId)) {
            return;
        }
        cards.release(coop, Payments.order(orderId), why);
        coupons.giveBack(coop, orderId);
        var place = store.find(coop, orderId).orElseThrow().place();
        slots.giveBack(coop, place.slot(), place.items());
    }

    /** What was put into the cart meanwhile stays there, as a cart of its own. */
    private void takeOutOfCart(CoopId coop, Order order, KeptCart cart) {
        var member = order.memberId();
        var ordered =
                order.current().lines().stream()
                        .collect(Collectors.toMap(OrderLine::jan, OrderLine::quantity));
        var rest = cart.lines().stream().filter(it -> more(it, ordered) > 0).toList();
        if (rest.isEmpty()) {
            carts.delete(coop, member);
            return;
        }
        var now = clock.instant();
        ordered.keySet().forEach(jan -> carts.takeOut(coop, member, jan));
        rest.stream()
                .filter(it -> ordered.containsKey(it.jan()))
                .forEach(
                        it ->
                                carts.put(
                                        coop,
                                        member,
                                        it.jan(),
                                        more(it, ordered),
                                        it.seenInTax(),
                                        now));
        carts.restart(coop, member, Ids.next(clock), now, cart.expiresAt());
    }

    private static int more(KeptCart.Line line, Map<Jan, Integer> ordered) {
        return line.quantity() - ordered.getOrDefault(line.jan(), 0);
    }
}
