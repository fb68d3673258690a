package coop.kumiai.orders;

import coop.kumiai.accounts.Acting;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.orders.CardOutcome.Ordered;
import coop.kumiai.orders.CardOutcome.Unpaid;
import coop.kumiai.payments.Authorisation;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardPayments;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotRefusal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Ordering by card (N-PAY-3, N-PAY-4): hold, ask the card with no transaction open, confirm or
 * release. Whatever becomes of browsers, answers and notices, the processor's inquiry decides.
 */
@Service
public class CardCheckout {
    private static final Logger LOG = LoggerFactory.getLogger(CardCheckout.class);
    private static final int AT_ONCE = 50;

    private final Placing placing;
    private final Holding holding;
    private final HeldStore store;
    private final OrderStore orders;
    private final Deliveries deliveries;
    private final CardPayments cards;

    CardCheckout(
            Placing placing,
            Holding holding,
            HeldStore store,
            OrderStore orders,
            Deliveries deliveries,
            CardPayments cards) {
        this.placing = placing;
        this.holding = holding;
        this.store = store;
        this.orders = orders;
        this.deliveries = deliveries;
        this.cards = cards;
    }

    /**
     * Confirms the member's cart as an order that this card pays. Asked again under the same key,
     * or for the same cart, it tells what became of the first.
     *
     * @param back where the browser comes back to from the card company, by the order's id
     * @throws Refused with every reason; the cart stays as it was
     */
    public CardOutcome confirm(
            CoopId coop,
            UUID account,
            Optional<Acting> acting,
            PlaceOrder asked,
            CardChoice card,
            Function<UUID, URI> back) {
        var member = deliveries.member(coop, account);
        var chosen = deliveries.chosen(coop, member);
        placing.refuseFull(coop, member, chosen, asked);
        var by = new By(account, acting);
        var begun =
                afterPuttingOff(
                        coop,
                        member,
                        chosen,
                        asked,
                        it -> holding.hold(coop, member, by, it, asked, card));
        var id = begun.orderId();
        return begun.repeated()
                ? known(coop, id)
                : settle(
                        coop,
                        id,
                        cards.authorise(coop, Payments.order(id), card, back.apply(id)),
                        acting);
    }

    /** How it stands, without asking anybody. */
    public CardOutcome find(CoopId coop, UUID account, UUID orderId) {
        return known(coop, own(coop, account, orderId));
    }

    /** Finds out how it stands: the member has come back, or wants to know. */
    public CardOutcome settle(CoopId coop, UUID account, Optional<Acting> acting, UUID orderId) {
        var id = own(coop, account, orderId);
        return isHeld(coop, id) ? ask(coop, id, acting) : known(coop, id);
    }

    /** The member wants to pay otherwise: lets go of it, unless the card has granted it. */
    public CardOutcome putOff(CoopId coop, UUID account, Optional<Acting> acting, UUID orderId) {
        var id = own(coop, account, orderId);
        return isHeld(coop, id) ? end(coop, id, acting, OfCard.PUT_OFF) : known(coop, id);
    }

    /** What became of the order that was confirmed under a key, if one was. */
    public Optional<CardOutcome> ofKey(CoopId coop, UUID account, String key) {
        return holding.ofKey(coop, deliveries.member(coop, account).memberId(), key)
                .map(it -> known(coop, it));
    }

    /**
     * Places something; when only the member's own order that waits for its card stands in the way,
     * that one is put off first.
     *
     * @throws Refused when the card of another cart's order was granted just now
     */
    <T> T afterPuttingOff(
            CoopId coop,
            Member member,
            Deliveries.Chosen chosen,
            PlaceOrder asked,
            Function<Deliveries.Chosen, T> placing) {
        try {
            return placing.apply(chosen);
        } catch (StillHeld | DataIntegrityViolationException conflict) {
            if (!putOffHeld(coop, member.memberId(), Optional.of(asked.cartId()))) {
                throw conflict;
            }
        } catch (Refused refused) {
            if (!isFullByOwn(coop, member, chosen, refused)) {
                throw refused;
            }
            putOffHeld(coop, member.memberId(), Optional.of(asked.cartId()));
        }
        return placing.apply(deliveries.chosen(coop, member));
    }

    private boolean isFullByOwn(
            CoopId coop, Member member, Deliveries.Chosen chosen, Refused refused) {
        return refused.refusals().stream()
                        .allMatch(it -> it instanceof SlotRefusal slot && slot.isNoPlace())
                && store.ofMember(coop, member.memberId()).stream()
                        .anyMatch(
                                it ->
                                        chosen.slot()
                                                .map(Slot::id)
                                                .filter(it.slot()::equals)
                                                .isPresent());
    }

    /**
     * Lets go of whatever of a member waits for a card; whether anything did.
     *
     * @param cart whose order may as well come to be, for it is being confirmed
     * @throws Refused when the card of another one was granted just now
     */
    boolean putOffHeld(CoopId coop, UUID memberId, Optional<UUID> cart) {
        var held = store.ofMember(coop, memberId);
        for (var it : held) {
            var outcome = end(coop, it.orderId(), Optional.empty(), OfCard.PUT_OFF);
            if (outcome instanceof Ordered && !cart.equals(Optional.of(it.cartId()))) {
                throw Refused.because(new OrderRefusal.AnotherWasPlaced(it.number()));
            }
        }
        return !held.isEmpty();
    }

    /** Looks after orders whose browsers may never come back. */
    void settleDue() {
        cards.coopsWithDue().forEach(this::settleDue);
    }

    private void settleDue(CoopId coop) {
        for (int at = 0; at < AT_ONCE; at++) {
            var due = cards.claimHeld(coop);
            if (due.isEmpty()) {
                return;
            }
            var ref = due.get();
            settleSafely(coop, ref);
            if (cards.isSilent(coop)) {
                return;
            }
        }
    }

    /** One that cannot be settled does not keep the others waiting; it is due again. */
    private void settleSafely(CoopId coop, String ref) {
        try {
            Payments.orderOf(ref)
                    .ifPresentOrElse(id -> settleHeld(coop, ref, id), () -> lookAt(coop, ref));
        } catch (RuntimeException e) {
            LOG.error("cannot settle {} of {}", ref, coop, e);
        }
    }

    private void settleHeld(CoopId coop, String ref, UUID id) {
        if (cards.isOver(coop, ref)) {
            end(coop, id, Optional.empty(), OfCard.NOT_FINISHED);
        } else {
            ask(coop, id, Optional.empty());
        }
    }

    /** Asked for a change of an order: its member accepts it in time, or it is let go. */
    private void lookAt(CoopId coop, String ref) {
        if (cards.isOver(coop, ref)) {
            cards.letGo(coop, ref, OfCard.NOT_FINISHED);
        } else {
            cards.ask(coop, ref);
        }
    }

    private CardOutcome ask(CoopId coop, UUID id, Optional<Acting> acting) {
        return settle(coop, id, cards.ask(coop, Payments.order(id)), acting);
    }

    /** For the last time: what is not granted now is let go. */
    private CardOutcome end(CoopId coop, UUID id, Optional<Acting> acting, OfCard why) {
        var now = cards.ask(coop, Payments.order(id));
        if (now instanceof Authorisation.Granted) {
            return settle(coop, id, now, acting);
        }
        holding.release(coop, id, why);
        return known(coop, id);
    }

    /** What was granted after its time, such as the cutoff, is let go like what was not. */
    private CardOutcome settle(
            CoopId coop, UUID id, Authorisation authorisation, Optional<Acting> acting) {
        return switch (authorisation) {
            case Authorisation.Granted granted when cards.isOver(coop, Payments.order(id)) -> {
                holding.release(coop, id, OfCard.NOT_FINISHED);
                yield known(coop, id);
            }
            case Authorisation.Granted granted ->
                    holding.confirm(coop, id, acting)
                            .<CardOutcome>map(Ordered::new)
                            .orElseGet(() -> known(coop, id));
            case Authorisation.Denied denied -> {
                holding.release(coop, id, OfCard.PUT_OFF);
                yield known(coop, id);
            }
            case Authorisation.Challenge challenge -> known(coop, id);
            case Authorisation.Open open -> known(coop, id);
        };
    }

    /** What became of it; another window or the job may have been quicker than whoever asks. */
    private CardOutcome known(CoopId coop, UUID id) {
        var order = orders.find(coop, id);
        if (order.isPresent()) {
            return new Ordered(order.get());
        }
        return switch (cards.known(coop, Payments.order(id))) {
            case Authorisation.Denied denied -> new Unpaid(denied.why());
            case Authorisation.Challenge challenge ->
                    new CardOutcome.Challenge(id, challenge.page());
            case Authorisation.Granted granted -> new CardOutcome.Waiting(id);
            case Authorisation.Open open -> new CardOutcome.Waiting(id);
        };
    }

    private boolean isHeld(CoopId coop, UUID orderId) {
        return store.find(coop, orderId).filter(HeldStore.Held::isHeld).isPresent();
    }

    private UUID own(CoopId coop, UUID account, UUID orderId) {
        var member = deliveries.member(coop, account).memberId();
        return store.find(coop, orderId)
                .filter(it -> it.memberId().equals(member))
                .map(HeldStore.Held::orderId)
                .orElseThrow(() -> new NotFound("order"));
    }
}
