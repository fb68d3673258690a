package coop.kumiai.orders;

import coop.kumiai.accounts.Acting;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.CardOutcome.Ordered;
import coop.kumiai.orders.CardOutcome.Unpaid;
import coop.kumiai.payments.Authorisation;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardPayments;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.payments.Payments;

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
        var begun = holding.hold(coop, member, new By(account, acting), chosen, asked, card);
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

    /** The same for whatever waits for a card out of this cart; whether anything did. */
    boolean putOffCart(CoopId coop, UUID memberId, UUID cartId) {
        var held = store.ofCart(coop, memberId, cartId);
        held.ifPresent(it -> end(coop, it.orderId(), Optional.empty(), OfCard.PUT_OFF));
        return held.isPresent();
    }

    /** Looks after orders whose browsers may never come back. */
    void settleDue() {
        cards.coopsWithDue().forEach(this::settleDue);
    }

    private void settleDue(CoopId coop) {
        for (var ref : cards.claimHeld(coop)) {
            Payments.orderOf(ref)
                    .ifPresent(
                            id -> {
                                if (cards.isOver(coop, ref)) {
                                    end(coop, id, Optional.empty(), OfCard.NOT_FINISHED);
                                } else {
                                    ask(coop, id, Optional.empty());
                                }
                            });
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

    private CardOutcome settle(
            CoopId coop, UUID id, Authorisation authorisation, Optional<Acting> acting) {
        switch (authorisation) {
            case Authorisation.Granted granted -> holding.confirm(coop, id, acting);
            case Authorisation.Denied denied -> holding.release(coop, id, OfCard.PUT_OFF);
            case Authorisation.Challenge challenge -> {}
            case Authorisation.Open open -> {}
        }
        return known(coop, id);
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
