package coop.kumiai.amendments;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.Acting;
import coop.kumiai.accounts.ActingFor;
import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.orders.CardCeilings;
import coop.kumiai.orders.CartLine;
import coop.kumiai.orders.CartRefusal;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderPrices;
import coop.kumiai.orders.Orders;
import coop.kumiai.payments.PaymentWays;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Shopper;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotRefusal;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * 注文変更 (N-ORD-6, N-ORD-7): goods added, taken out, more or fewer of them, another slot, another way
 * of paying. The member sees old and new money side by side; nothing counts before the whole is
 * accepted.
 */
@Service
public class Amendments {
    private final DraftStore store;
    private final Proposals proposals;
    private final Orders orders;
    private final CardCeilings ceilings;
    private final OrderPrices prices;
    private final Carts carts;
    private final Members members;
    private final Slots slots;
    private final Stores stores;
    private final ActingFor representatives;
    private final Audit audit;
    private final Policies policies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Amendments(
            DraftStore store,
            Proposals proposals,
            Orders orders,
            CardCeilings ceilings,
            OrderPrices prices,
            Carts carts,
            Members members,
            Slots slots,
            Stores stores,
            ActingFor representatives,
            Audit audit,
            Policies policies,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.proposals = proposals;
        this.orders = orders;
        this.ceilings = ceilings;
        this.prices = prices;
        this.carts = carts;
        this.members = members;
        this.slots = slots;
        this.stores = stores;
        this.representatives = representatives;
        this.audit = audit;
        this.policies = policies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The change as it is being made up; the order as it stands before anything was changed.
     *
     * @throws NotFound when the order is not the member's
     */
    @Transactional(readOnly = true)
    public Proposal view(CoopId coop, UUID account, UUID orderId) {
        var order = orders.own(coop, account, orderId);
        return read(coop, account, order, draft(coop, order));
    }

    /**
     * Makes the change to be what the member wants now. It may have problems yet: they are told
     * with it.
     *
     * @throws Refused after the cutoff (N-ORD-8), when the other slot or way of payment cannot be
     *     chosen, or for what is no quantity
     * @throws NotFound when the order is not the member's
     */
    @Transactional
    public Proposal change(CoopId coop, UUID account, UUID orderId, Wanted wanted) {
        var order = held(coop, account, orderId);
        requireSlot(coop, order, wanted);
        requireQuantities(coop, wanted);
        requirePayment(coop, order, wanted);
        return save(coop, account, order, draft(coop, order).with(Ids.next(clock), wanted));
    }

    /**
     * Adds the goods of the member's cart, once however often it is asked (X-ORD-2). They stay in
     * the cart until the change is accepted. An order of them that waits for its card is put off.
     *
     * @throws Refused after the cutoff, with an empty cart, or with goods of another store
     * @throws NotFound when the order is not the member's
     */
    public Proposal addCart(CoopId coop, UUID account, UUID orderId) {
        orders.putOffHeld(coop, account);
        return done(() -> addNow(coop, account, orderId));
    }

    private Proposal addNow(CoopId coop, UUID account, UUID orderId) {
        var order = held(coop, account, orderId);
        var cart = carts.view(coop, account);
        if (cart.isEmpty()) {
            throw Refused.because(new CartRefusal.CartIsEmpty());
        }
        var store = order.slot().storeId();
        if (cart.delivery().filter(it -> it.store().id().equals(store)).isEmpty()) {
            throw Refused.because(new AmendmentRefusal.OtherStore(stores.get(coop, store).name()));
        }
        var goods =
                cart.lines().stream()
                        .collect(toMap(line -> line.product().jan(), CartLine::quantity));
        return save(coop, account, order, draft(coop, order).plus(Ids.next(clock), goods));
    }

    /**
     * Makes the change to be another slot and nothing else, whatever was being made up before.
     *
     * @throws Refused after the cutoff (N-ORD-8), or when the slot cannot be chosen
     * @throws NotFound when the order is not the member's
     */
    @Transactional
    public Proposal moveTo(CoopId coop, UUID account, UUID orderId, SlotId slot) {
        var order = held(coop, account, orderId);
        var draft = Draft.of(Ids.next(clock), order);
        var wanted = new Wanted(draft.wanted().goods(), slot, draft.wanted().payment());
        requireSlot(coop, order, wanted);
        return save(coop, account, order, draft.with(draft.id(), wanted));
    }

    /** Gives the change up: the order stays as it is, and what was in the cart stays there. */
    @Transactional
    public void discard(CoopId coop, UUID account, UUID orderId) {
        store.delete(coop, orders.own(coop, account, orderId).id());
    }

    /**
     * 注文変更を確定: accepts the change that was shown, as a whole. Asked again, it finds the order.
     *
     * @param draftId and revision of the {@link Proposal} that was shown: another one is not
     *     accepted
     * @throws Refused with every reason; the order stays as it was
     * @throws NotFound when the order is not the member's
     */
    public Order accept(CoopId coop, UUID account, UUID orderId, UUID draftId, String revision) {
        return accept(coop, account, Optional.empty(), orderId, draftId, revision);
    }

    /**
     * The same by somebody who acts for the member (M-CARE-3).
     *
     * @throws Refused also above the limit that the member set, or when they act no more
     */
    public Order acceptFor(
            CoopId coop, UUID account, Acting acting, UUID orderId, UUID draftId, String revision) {
        return accept(coop, account, Optional.of(acting), orderId, draftId, revision);
    }

    /**
     * The same by staff, with the member on the phone (N-SLOT-7): the order's trail says who.
     *
     * @param staff the account of the member of staff
     */
    public Order acceptAtDesk(
            CoopId coop, UUID account, UUID staff, UUID orderId, UUID draftId, String revision) {
        raiseFirst(coop, account, orderId, draftId, revision);
        return done(
                () -> {
                    var by = new Accepting(staff, Optional.empty(), Optional.empty());
                    var amended = acceptNow(coop, account, by, orderId, draftId, revision);
                    audit.note(coop, staff, "order.moved", amended.memberId(), amended.number());
                    return amended;
                });
    }

    /** Goods of the cart may be in an order that waits for its card: that one is put off first. */
    private Order accept(
            CoopId coop,
            UUID account,
            Optional<Acting> acting,
            UUID orderId,
            UUID draftId,
            String revision) {
        var order = orders.own(coop, account, orderId);
        if (!draft(coop, order).fromCart().isEmpty()) {
            orders.putOffHeld(coop, account);
        }
        raiseFirst(coop, account, orderId, draftId, revision);
        var by = Accepting.by(account, acting, Optional.empty());
        return done(() -> acceptNow(coop, account, by, orderId, draftId, revision));
    }

    /** The card is asked while no transaction is open, and only for what would be accepted. */
    private void raiseFirst(
            CoopId coop, UUID account, UUID orderId, UUID draftId, String revision) {
        var order = orders.own(coop, account, orderId);
        store.find(coop, orderId)
                .filter(it -> it.id().equals(draftId))
                .filter(it -> orders.closed(coop, order).isEmpty())
                .map(it -> done(() -> read(coop, account, order, it)))
                .filter(it -> it.problems().isEmpty() && it.revision().equals(revision))
                .ifPresent(it -> ceilings.raiseFirst(coop, order, it.amendment()));
    }

    private <T> T done(Supplier<T> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }

    /** In the transaction of the caller. */
    Order acceptNow(
            CoopId coop,
            UUID account,
            Accepting accepting,
            UUID orderId,
            UUID draftId,
            String revision) {
        var order = orders.hold(coop, account, orderId);
        if (store.isAccepted(coop, draftId)) {
            return order;
        }
        var checked = checked(coop, account, accepting, order, draftId, revision);
        var proposal = checked.proposal();
        if (!proposal.fromCart().isEmpty()) {
            carts.takeOut(coop, account, proposal.fromCart());
            orders.requireNothingHeld(coop, account);
        }
        var amended =
                orders.amend(
                        coop, order, accepting.by(), proposal.amendment(), accepting.cardTry());
        store.accept(coop, checked.draft(), amended.current().number());
        accepting.acting().ifPresent(it -> note(coop, it, amended));
        return amended;
    }

    /**
     * The change that was shown, as it would be accepted now.
     *
     * @throws Refused with every reason against it
     */
    Checked checked(
            CoopId coop,
            UUID account,
            Accepting accepting,
            Order order,
            UUID draftId,
            String revision) {
        var draft =
                store.find(coop, order.id())
                        .filter(it -> it.id().equals(draftId))
                        .orElseThrow(() -> Refused.because(new AmendmentRefusal.IsGone()));
        var proposal = proposals.read(coop, member(coop, account), order, draft);
        Refused.unless(proposal.problems());
        if (order.current().number() != draft.baseVersion()
                || !proposal.revision().equals(revision)) {
            throw Refused.because(new AmendmentRefusal.HasChanged());
        }
        accepting
                .acting()
                .ifPresent(it -> representatives.requireOrder(coop, it, proposal.totals().total()));
        return new Checked(draft, proposal);
    }

    /** A change that can be accepted. */
    record Checked(Draft draft, Proposal proposal) {}

    /**
     * Who accepts a change: the member, somebody who acts for them, or staff.
     *
     * @param cardTry under which a card was asked that pays in the place of cash
     */
    record Accepting(UUID by, Optional<Acting> acting, Optional<UUID> cardTry) {
        static Accepting by(UUID account, Optional<Acting> acting, Optional<UUID> cardTry) {
            return new Accepting(acting.map(Acting::accountId).orElse(account), acting, cardTry);
        }
    }

    private void note(CoopId coop, Acting representative, Order order) {
        representatives.noteDeed(
                coop,
                representative,
                "order-amended",
                order.id(),
                "%s　%s".formatted(order.number(), order.current().totals().total()));
    }

    private Order held(CoopId coop, UUID account, UUID orderId) {
        var order = orders.hold(coop, account, orderId);
        Refused.unless(orders.closed(coop, order).stream().toList());
        return order;
    }

    /**
     * A slot of the order's own store: the address, and so the store, never changes (N-AREA-2).
     * What is delivered is not fetched instead (N-DRIVE-1).
     */
    private void requireSlot(CoopId coop, Order order, Wanted wanted) {
        if (wanted.slot().equals(order.slot())) {
            return;
        }
        if (!wanted.slot().storeId().equals(order.slot().storeId())) {
            throw Refused.because(new SlotRefusal.NotOffered());
        }
        var open = slots.requireOpen(coop, wanted.slot(), shopper(coop, order));
        if (open.driveThrough() != order.isDriveThrough()) {
            throw Refused.because(new AmendmentRefusal.OtherWayOfReceiving());
        }
    }

    /** A way that the co-op has and that fits how the goods are received (N-ORD-6). */
    private void requirePayment(CoopId coop, Order order, Wanted wanted) {
        if (wanted.payment() == order.current().payment()) {
            return;
        }
        Refused.unless(
                policies.today(coop, PaymentWays.class).refusal(wanted.payment()).stream()
                        .toList());
        Refused.unless(orders.refusal(order, wanted.payment()).stream().toList());
    }

    private Shopper shopper(CoopId coop, Order order) {
        return members.get(coop, order.memberId()).asShopper();
    }

    private void requireQuantities(CoopId coop, Wanted wanted) {
        var most = prices.most(coop, OptionalInt.empty());
        Refused.unless(
                wanted.goods().values().stream()
                        .filter(quantity -> quantity < 0)
                        .map(quantity -> new CartRefusal.NotAQuantity(most))
                        .distinct()
                        .toList());
    }

    private Proposal save(CoopId coop, UUID account, Order order, Draft draft) {
        store.save(coop, draft, clock.instant());
        return read(coop, account, order, draft);
    }

    /** One that was made from an earlier version is worthless. */
    private Draft draft(CoopId coop, Order order) {
        return store.find(coop, order.id())
                .filter(it -> it.baseVersion() == order.current().number())
                .orElseGet(() -> Draft.of(Ids.next(clock), order));
    }

    private Proposal read(CoopId coop, UUID account, Order order, Draft draft) {
        return proposals.read(coop, member(coop, account), order, draft);
    }

    private Member member(CoopId coop, UUID account) {
        return members.byAccount(coop, account).orElseThrow(() -> new NotFound("member"));
    }
}
