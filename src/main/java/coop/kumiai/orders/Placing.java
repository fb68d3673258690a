package coop.kumiai.orders;

import coop.kumiai.accounts.Acting;
import coop.kumiai.accounts.ActingFor;
import coop.kumiai.coupons.CouponUses;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.orders.ConfirmationStore.Confirmation;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.PaymentWays;
import coop.kumiai.payments.Payments;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a cart into an order (注文確定), in one transaction: all of it or nothing. The slot's row,
 * which every member of that slot wants, is taken last and so held shortest.
 */
@Component
class Placing {
    private final OrderStore store;
    private final HeldStore held;
    private final CartStore carts;
    private final ConfirmationStore confirmations;
    private final CartReader reader;
    private final Deliveries deliveries;
    private final Members members;
    private final SlotHolds holds;
    private final Payments payments;
    private final CouponUses coupons;
    private final ActingFor acting;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Placing(
            OrderStore store,
            HeldStore held,
            CartStore carts,
            ConfirmationStore confirmations,
            CartReader reader,
            Deliveries deliveries,
            Members members,
            SlotHolds holds,
            Payments payments,
            CouponUses coupons,
            ActingFor acting,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.held = held;
        this.carts = carts;
        this.confirmations = confirmations;
        this.reader = reader;
        this.deliveries = deliveries;
        this.members = members;
        this.holds = holds;
        this.payments = payments;
        this.coupons = coupons;
        this.acting = acting;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
    }

    @Transactional
    Placed place(CoopId coop, Member member, By by, Deliveries.Chosen chosen, PlaceOrder asked) {
        Refused.unless(OrderRules.key(asked.key()).stream().toList());
        var mine = new Confirmation(asked.key(), fingerprint(asked), Ids.next(clock));
        if (!claim(coop, member, mine)) {
            return new Placed(repeated(coop, member, mine), true);
        }
        var kept = carts.lock(coop, member.memberId());
        if (kept.filter(it -> it.id().equals(asked.cartId())).isEmpty()) {
            return new Placed(ofOtherWindow(coop, member, asked), true);
        }
        var cart = checked(coop, member, by, chosen, asked, kept);
        requireNothingHeld(coop, member);
        var order = write(coop, by, member, asked, mine.orderId(), cart);
        by.acting().ifPresent(it -> note(coop, it, order));
        return new Placed(order, false);
    }

    /** Whether the key is free for this: never used, or for an order that did not come to be. */
    boolean claim(CoopId coop, Member member, Confirmation mine) {
        var id = member.memberId();
        if (confirmations.claim(coop, id, mine, clock.instant())) {
            return true;
        }
        var first = confirmations.get(coop, id, mine.key());
        if (first.fingerprint().equals(mine.fingerprint())
                || !held.isReleased(coop, first.orderId())) {
            return false;
        }
        confirmations.renew(coop, id, mine, first.orderId());
        return true;
    }

    /** The same goods are not ordered twice: what waits for a card is put off first. */
    void requireNothingHeld(CoopId coop, Member member) {
        if (!held.ofMember(coop, member.memberId()).isEmpty()) {
            throw new StillHeld();
        }
    }

    /**
     * The cart as it will be ordered.
     *
     * @throws Refused with every reason against it
     */
    Cart checked(
            CoopId coop,
            Member member,
            By by,
            Deliveries.Chosen chosen,
            PlaceOrder asked,
            Optional<KeptCart> kept) {
        var cart = reader.read(coop, member, chosen, kept);
        refuse(coop, asked, cart);
        var total = cart.totals(asked.payment()).total();
        by.acting().ifPresent(it -> acting.requireOrder(coop, it, total));
        return cart;
    }

    void note(CoopId coop, Acting representative, Order order) {
        acting.noteDeed(
                coop,
                representative,
                "order-placed",
                order.id(),
                "%s　%s".formatted(order.number(), order.current().totals().total()));
    }

    /**
     * Tells whoever comes after a slot's last place so by a glance at it, before the transaction
     * that would find the same: in the minute when slots open most confirmations end here.
     *
     * @throws Refused when the slot is full and nothing was ordered yet under this key or of this
     *     cart
     */
    void refuseFull(CoopId coop, Member member, Deliveries.Chosen chosen, PlaceOrder asked) {
        var full = deliveries.full(chosen);
        if (full.isPresent()
                && !confirmations.has(coop, member.memberId(), asked.key())
                && store.ofCart(coop, member.memberId(), asked.cartId()).isEmpty()
                && held.ofMember(coop, member.memberId()).isEmpty()) {
            throw Refused.because(full.get());
        }
    }

    List<WishesRefusal> refusals(CoopId coop, Wishes wishes) {
        return OrderRules.wishes(
                policies.today(coop, CutleryLimits.class),
                policies.today(coop, RemarksTerms.class),
                policies.today(coop, ReceiptTerms.class),
                wishes);
    }

    List<OrderRefusal> atTheStore(DeliveryChoice delivery, PaymentMethod method, Wishes wishes) {
        return OrderRules.atTheStore(delivery.isDriveThrough(), method, wishes);
    }

    private Order repeated(CoopId coop, Member member, Confirmation mine) {
        return store.find(coop, earlier(coop, member, mine)).orElseThrow();
    }

    /** What the same confirmation made before under its key. */
    UUID earlier(CoopId coop, Member member, Confirmation mine) {
        var first = confirmations.get(coop, member.memberId(), mine.key());
        if (!first.fingerprint().equals(mine.fingerprint())) {
            if (held.find(coop, first.orderId()).filter(HeldStore.Held::isHeld).isPresent()) {
                throw new StillHeld();
            }
            throw Refused.because(new OrderRefusal.KeyWasUsed());
        }
        return first.orderId();
    }

    /** A cart that is gone was confirmed in another window; then that order is the answer. */
    private Order ofOtherWindow(CoopId coop, Member member, PlaceOrder asked) {
        var earlier =
                store.ofCart(coop, member.memberId(), asked.cartId())
                        .orElseThrow(() -> Refused.because(new CartRefusal.CartHasChanged()));
        confirmations.pointTo(coop, member.memberId(), asked.key(), earlier.id());
        return earlier;
    }

    private void refuse(CoopId coop, PlaceOrder asked, Cart cart) {
        var refusals = new ArrayList<Refusal>(cart.problems());
        refusals.addAll(refusals(coop, asked.wishes()));
        policies.today(coop, PaymentWays.class).refusal(asked.payment()).ifPresent(refusals::add);
        cart.delivery()
                .map(it -> atTheStore(it, asked.payment(), asked.wishes()))
                .ifPresent(refusals::addAll);
        if (refusals.isEmpty() && !cart.revision().equals(asked.revision())) {
            refusals.add(changed(cart));
        }
        Refused.unless(refusals);
    }

    /** Where the claimed coupon has ceased to apply since the letter was shown, that is why. */
    private static Refusal changed(Cart cart) {
        return cart.coupon()
                .flatMap(CartCoupon::problem)
                .map(Refusal.class::cast)
                .orElseGet(CartRefusal.CartHasChanged::new);
    }

    private Order write(CoopId coop, By by, Member member, PlaceOrder asked, UUID id, Cart cart) {
        var slot = cart.delivery().orElseThrow().slot().orElseThrow();
        var version = version(coop, by, member, asked, cart);
        var order =
                store.insert(
                        coop,
                        id,
                        member.memberId(),
                        asked.cartId(),
                        slot.id(),
                        version,
                        OrderStore.CONFIRMED);
        payments.due(coop, Payments.order(id), asked.payment(), version.totals().total());
        carts.delete(coop, member.memberId());
        announce.publishEvent(new OrderPlaced(coop, id, member.memberId(), version.number()));
        version.totals().discount().ifPresent(it -> coupons.take(coop, id, member.memberId(), it));
        holds.take(coop, member, cart.delivery().orElseThrow(), version.pieces());
        return order;
    }

    OrderVersion version(CoopId coop, By by, Member member, PlaceOrder asked, Cart cart) {
        var delivery = cart.delivery().orElseThrow();
        var slot = delivery.slot().orElseThrow();
        return new OrderVersion(
                1,
                OrderVersion.Kind.PLACED,
                clock.instant(),
                by.account(),
                "",
                delivery.destination(),
                slot.startsAt(),
                slot.endsAt(),
                slot.cutoffAt(),
                asked.payment(),
                asked.wishes(),
                cart.totals(asked.payment()),
                shareDue(coop, member),
                CartReader.orderLines(cart.lines()));
    }

    private Yen shareDue(CoopId coop, Member member) {
        return member.hasJoined()
                ? Yen.ZERO
                : members.shareDue(coop, member.memberId()).orElse(Yen.ZERO);
    }

    static String fingerprint(PlaceOrder asked) {
        return Revision.of(
                "%s %s %s %s"
                        .formatted(
                                asked.cartId(), asked.revision(), asked.payment(), asked.wishes()));
    }
}
