package coop.kumiai.orders;

import coop.kumiai.accounts.Acting;
import coop.kumiai.accounts.ActingFor;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.PaymentRefusal;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.Shopper;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders (注文): placing, finding, changing, cancelling. */
@Service
public class Orders {
    private final OrderStore store;
    private final Versions versions;
    private final HeldStore held;
    private final Placing placing;
    private final CardCheckout cards;
    private final CardCeilings ceilings;
    private final Deliveries deliveries;
    private final Stores stores;
    private final Slots slots;
    private final Members members;
    private final Payments payments;
    private final ActingFor representatives;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Orders(
            OrderStore store,
            Versions versions,
            HeldStore held,
            Placing placing,
            CardCheckout cards,
            CardCeilings ceilings,
            Deliveries deliveries,
            Stores stores,
            Slots slots,
            Members members,
            Payments payments,
            ActingFor representatives,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.held = held;
        this.placing = placing;
        this.cards = cards;
        this.ceilings = ceilings;
        this.deliveries = deliveries;
        this.stores = stores;
        this.slots = slots;
        this.members = members;
        this.payments = payments;
        this.representatives = representatives;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Confirms the member's cart as an order. Asked again under the same key, or for the same cart,
     * it finds the order that is there.
     *
     * @throws Refused with every reason; the cart stays as it was
     */
    public Order place(CoopId coop, UUID account, PlaceOrder confirmation) {
        return confirm(coop, account, confirmation).order();
    }

    /**
     * The same by somebody who acts for the member (M-CARE-3): the order says so.
     *
     * @throws Refused also above the limit that the member set, or when they act no more
     */
    public Order placeFor(CoopId coop, UUID account, Acting acting, PlaceOrder confirmation) {
        return confirm(coop, account, Optional.of(acting), confirmation).order();
    }

    /** The same as {@link #place}, telling also whether the order was there already. */
    public Placed confirm(CoopId coop, UUID account, PlaceOrder confirmation) {
        return confirm(coop, account, Optional.empty(), confirmation);
    }

    /** Whoever confirms a cart that waits for a card pays otherwise: the card is let go first. */
    private Placed confirm(
            CoopId coop, UUID account, Optional<Acting> acting, PlaceOrder confirmation) {
        if (confirmation.payment() == PaymentMethod.CARD) {
            throw Refused.because(new PaymentRefusal.CardIsMissing());
        }
        var member = deliveries.member(coop, account);
        var chosen = deliveries.chosen(coop, member);
        placing.refuseFull(coop, member, chosen, confirmation);
        var by = new By(account, acting);
        return cards.afterPuttingOff(
                coop,
                member,
                chosen,
                confirmation,
                it -> placing.place(coop, member, by, it, confirmation));
    }

    /**
     * Lets go of whatever order of the member waits for its card, so that its goods can go into
     * another one; call it with no transaction open.
     *
     * @throws Refused when the card was granted just now: then the order is placed
     */
    public void putOffHeld(CoopId coop, UUID account) {
        cards.putOffHeld(coop, deliveries.member(coop, account).memberId(), Optional.empty());
    }

    /**
     * @throws Refused while an order of the member waits for its card
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireNothingHeld(CoopId coop, UUID account) {
        var member = deliveries.member(coop, account).memberId();
        if (!held.ofMember(coop, member).isEmpty()) {
            throw Refused.because(new OrderRefusal.WaitsForCard());
        }
    }

    /**
     * What cannot be wished for, told before the confirmation, which asks again (N-ORD-3, N-ORD-4).
     */
    public List<WishesRefusal> refusals(CoopId coop, Wishes wishes) {
        return placing.refusals(coop, wishes);
    }

    /** What cannot be chosen for goods that the member fetches, told before (N-DRIVE-1). */
    public List<OrderRefusal> refusals(
            DeliveryChoice delivery, PaymentMethod method, Wishes wishes) {
        return placing.atTheStore(delivery, method, wishes);
    }

    /** Why a standing order cannot be paid so (N-DRIVE-1). */
    public Optional<OrderRefusal> refusal(Order order, PaymentMethod method) {
        return OrderRules.payment(order.isDriveThrough(), method);
    }

    /**
     * Cancels the whole order for its member (N-ORD-6): the slot's place and the coupon are given
     * back and nothing is owed (N-CPN-2).
     *
     * @throws Refused after the cutoff (N-ORD-8)
     * @throws NotFound when it is not the member's
     */
    @Transactional
    public Order cancel(CoopId coop, UUID account, UUID orderId) {
        return cancelBy(coop, account, orderId, account);
    }

    /** The same by somebody who acts for the member (M-CARE-3). */
    @Transactional
    public Order cancelFor(CoopId coop, UUID account, Acting acting, UUID orderId) {
        var cancelled = cancelBy(coop, account, orderId, acting.accountId());
        representatives.noteDeed(coop, acting, "order-cancelled", orderId, cancelled.number());
        return cancelled;
    }

    private Order cancelBy(CoopId coop, UUID account, UUID orderId, UUID by) {
        var order = versions.lock(coop, orderId);
        requireOwn(coop, account, order);
        Refused.unless(notCancellable(coop, order).stream().toList());
        return versions.cancel(coop, order, versions.next(order, OrderVersion.Kind.CANCELLED, by));
    }

    /**
     * Cancels an order for the store, also after its cutoff, until it is picked: the member reads
     * why in the mail.
     *
     * @param why such as 大雪による休止
     * @throws Refused when it is picked or cancelled
     */
    @Transactional
    public Order cancelByStaff(CoopId coop, UUID staff, UUID orderId, String why) {
        var order = versions.lock(coop, orderId);
        Refused.unless(OrderRules.cancellingByStaff(order).stream().toList());
        var version = versions.next(order, OrderVersion.Kind.CANCELLED, staff);
        return versions.cancel(coop, order, version.because(why));
    }

    /**
     * The member's own order, held until the end of the transaction: one change at a time.
     *
     * @throws NotFound when it is not the member's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order hold(CoopId coop, UUID account, UUID orderId) {
        var order = versions.lock(coop, orderId);
        requireOwn(coop, account, order);
        return order;
    }

    /**
     * Why the member cannot cancel it alone, if not (N-ORD-8): before the cutoff they can, and when
     * their slot was stopped (N-SLOT-7).
     */
    public Optional<OrderRefusal> notCancellable(CoopId coop, Order order) {
        return OrderRules.callingOff(
                order,
                stores.get(coop, order.slot().storeId()),
                slots.get(coop, order.slot()).stoppedBecause().isPresent(),
                clock.instant());
    }

    /** Whether the member may still change or cancel it alone (N-ORD-6), or why not (N-ORD-8). */
    public Optional<OrderRefusal> closed(CoopId coop, Order order) {
        return OrderRules.cancelling(
                order, stores.get(coop, order.slot().storeId()), clock.instant());
    }

    /**
     * Writes a change that the member has accepted as the next version, moves its place to the
     * other slot and what is due to the new total, in the transaction that holds the order
     * (N-ORD-6, N-ORD-7).
     *
     * @param by the account of the member, or of somebody who acts for them
     * @param cardTry under which a card was asked that pays in the place of cash ({@link
     *     CardCeilings#hold}); empty where none was
     * @throws Refused after the cutoff (N-ORD-8), when the other slot cannot be had (N-SLOT-4), or
     *     for more than the card has granted (N-PAY-4): {@link CardCeilings#raiseFirst}, and
     *     without a card in the place of cash
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order amend(
            CoopId coop, Order held, UUID by, Amendment amendment, Optional<UUID> cardTry) {
        Refused.unless(closed(coop, held).stream().toList());
        var version = versions.next(held, OrderVersion.Kind.AMENDED, by).amended(amendment);
        store.append(coop, held.id(), version, amendment.slot().id());
        var ref = Payments.order(held.id());
        switchPayment(coop, held, amendment.payment(), cardTry);
        payments.change(coop, ref, version.totals().total());
        ceilings.requireGranted(coop, held, version);
        var added = OrderRules.added(held.current().lines(), version.lines());
        announce.publishEvent(
                new OrderAmended(coop, held.id(), held.memberId(), version.number(), added));
        versions.giveLostCouponBack(coop, held, version);
        var to = new Slots.Place(amendment.slot().id(), version.pieces());
        slots.move(coop, held.place(), to, shopper(coop, held));
        return get(coop, held.id());
    }

    private Shopper shopper(CoopId coop, Order order) {
        return members.get(coop, order.memberId()).asShopper();
    }

    private void switchPayment(
            CoopId coop, Order held, PaymentMethod after, Optional<UUID> cardTry) {
        if (after == held.current().payment()) {
            return;
        }
        if (after == PaymentMethod.CASH_ON_DELIVERY) {
            payments.switchToCash(coop, Payments.order(held.id()));
        } else {
            var granted =
                    cardTry.orElseThrow(() -> Refused.because(new PaymentRefusal.CardIsMissing()));
            ceilings.adopt(coop, held, granted);
        }
    }

    /** The member's order of that slot that can still be added to, the first (X-ORD-2). */
    public Optional<Order> openIn(CoopId coop, UUID account, SlotId slot) {
        var now = clock.instant();
        return store.undelivered(coop, deliveries.member(coop, account).memberId(), now).stream()
                .filter(it -> it.slot().equals(slot) && it.isCancellable(now))
                .findFirst();
    }

    /**
     * The member's own order.
     *
     * @throws NotFound when it is not the member's
     */
    public Order own(CoopId coop, UUID account, UUID orderId) {
        var order = get(coop, orderId);
        requireOwn(coop, account, order);
        return order;
    }

    /** Every version of the member's own order, the first first. */
    public List<OrderVersion> versions(CoopId coop, UUID account, UUID orderId) {
        requireOwn(coop, account, get(coop, orderId));
        return store.versions(coop, orderId);
    }

    /** A part of the member's purchase history, the latest first. */
    public OrderPage history(CoopId coop, UUID account, Optional<UUID> after, int size) {
        var member = deliveries.member(coop, account);
        var orders = store.ofMember(coop, member.memberId(), after, size + 1);
        return orders.size() <= size
                ? new OrderPage(orders, Optional.empty())
                : new OrderPage(orders.subList(0, size), Optional.of(orders.get(size - 1).id()));
    }

    /** The member's orders that are still to come: they stand, and their slots are not over. */
    public List<Order> undelivered(CoopId coop, UUID memberId) {
        return store.undelivered(coop, memberId, clock.instant());
    }

    /**
     * An order for staff.
     *
     * @throws NotFound when the co-op has none
     */
    public Order get(CoopId coop, UUID orderId) {
        return versions.get(coop, orderId);
    }

    /**
     * The order that staff know by its number (注文番号), whatever became of it.
     *
     * @param typed the number in any writing, with its hyphen or without
     */
    public Optional<Order> findByNumber(CoopId coop, String typed) {
        return store.findByNumber(coop, JapaneseText.digits(typed));
    }

    /**
     * The orders of a slot that stand, with their current versions, in the order of their placing.
     */
    public List<Order> ordersOfSlot(CoopId coop, SlotId slot) {
        return store.ofSlot(coop, slot);
    }

    /** The orders of a store's day that stand, in the order of their placing. */
    public List<Order> ordersOfDay(CoopId coop, String storeId, LocalDate day) {
        return store.ofDay(coop, storeId, day);
    }

    private void requireOwn(CoopId coop, UUID account, Order order) {
        if (!deliveries.member(coop, account).memberId().equals(order.memberId())) {
            throw new NotFound("order");
        }
    }
}
