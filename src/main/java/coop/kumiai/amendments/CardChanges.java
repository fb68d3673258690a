package coop.kumiai.amendments;

import coop.kumiai.accounts.Acting;
import coop.kumiai.amendments.Amendments.Accepting;
import coop.kumiai.amendments.CardTryStore.CardTry;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.CardCeilings;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.payments.Authorisation;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.PaymentRefusal.OfCard;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * 代金引換からカードへ (N-ORD-6): a change after which a card pays. The card is asked under a name of its own
 * with no transaction open; once it has granted, the change is accepted as a whole and the card is
 * the order's. Whatever fails before leaves the order as it was, and what was granted is let go.
 */
@Service
public class CardChanges {
    private final CardTryStore store;
    private final DraftStore drafts;
    private final Amendments amendments;
    private final Orders orders;
    private final CardCeilings cards;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CardChanges(
            CardTryStore store,
            DraftStore drafts,
            Amendments amendments,
            Orders orders,
            CardCeilings cards,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.amendments = amendments;
        this.orders = orders;
        this.cards = cards;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * 注文変更を確定 by this card. One that was asked for the order before and has not answered is let go.
     *
     * @param back where the browser comes back to from the card company, by the try
     * @throws Refused with every reason; the order stays as it was
     * @throws NotFound when the order is not the member's
     */
    public CardChange accept(
            CoopId coop,
            UUID account,
            Optional<Acting> acting,
            ShownChange shown,
            CardChoice card,
            Function<UUID, URI> back) {
        var order = orders.own(coop, account, shown.orderId());
        if (drafts.isAccepted(coop, shown.draftId())) {
            return new CardChange.Accepted(order);
        }
        if (drafts.find(coop, order.id()).filter(it -> !it.fromCart().isEmpty()).isPresent()) {
            orders.putOffHeld(coop, account);
        }
        store.ofOrder(coop, order.id()).forEach(it -> letGo(coop, it, OfCard.PUT_OFF));
        var asked = done(() -> begin(coop, account, acting, shown, card));
        var answer = cards.authorise(coop, asked.tryId(), card, back.apply(asked.tryId()));
        return settle(coop, account, acting, asked, answer);
    }

    /** The change as the member was shown it. */
    public record ShownChange(UUID orderId, UUID draftId, String revision) {}

    private CardTry begin(
            CoopId coop,
            UUID account,
            Optional<Acting> acting,
            ShownChange shown,
            CardChoice card) {
        var order = orders.hold(coop, account, shown.orderId());
        var by = Accepting.by(account, acting, Optional.empty());
        var checked =
                amendments.checked(coop, account, by, order, shown.draftId(), shown.revision());
        var asked = new CardTry(Ids.next(clock), order.id(), shown.draftId(), shown.revision());
        store.insert(coop, asked, clock.instant());
        cards.hold(coop, order, checked.proposal().amendment(), asked.tryId(), card);
        return asked;
    }

    /**
     * Finds out how it stands, and accepts the change once the card has granted it: the member has
     * come back, or wants to know.
     *
     * @throws Refused when the change cannot be accepted any more; the card is let go
     * @throws NotFound when it is not the member's
     */
    public CardChange settle(CoopId coop, UUID account, Optional<Acting> acting, UUID tryId) {
        var asked = own(coop, account, tryId);
        return drafts.isAccepted(coop, asked.draftId())
                ? new CardChange.Accepted(orders.own(coop, account, asked.orderId()))
                : settle(coop, account, acting, asked, cards.ask(coop, tryId));
    }

    /** The member wants to pay otherwise after all: the order stays as it was. */
    public UUID putOff(CoopId coop, UUID account, UUID tryId) {
        var asked = own(coop, account, tryId);
        letGo(coop, asked, OfCard.PUT_OFF);
        return asked.orderId();
    }

    private CardChange settle(
            CoopId coop,
            UUID account,
            Optional<Acting> acting,
            CardTry asked,
            Authorisation answer) {
        return switch (answer) {
            case Authorisation.Granted granted ->
                    new CardChange.Accepted(accept(coop, account, acting, asked));
            case Authorisation.Denied denied -> {
                letGo(coop, asked, OfCard.PUT_OFF);
                yield new CardChange.Unpaid(denied.why());
            }
            case Authorisation.Challenge challenge ->
                    new CardChange.Challenge(asked.tryId(), challenge.page());
            case Authorisation.Open open -> new CardChange.Waiting(asked.tryId());
        };
    }

    private Order accept(CoopId coop, UUID account, Optional<Acting> acting, CardTry asked) {
        var by = Accepting.by(account, acting, Optional.of(asked.tryId()));
        try {
            return done(
                    () ->
                            amendments.acceptNow(
                                    coop,
                                    account,
                                    by,
                                    asked.orderId(),
                                    asked.draftId(),
                                    asked.revision()));
        } finally {
            letGo(coop, asked, OfCard.PUT_OFF);
        }
    }

    /** Of no effect on a card that pays for the order by now. */
    private void letGo(CoopId coop, CardTry asked, OfCard why) {
        cards.letGo(coop, asked.tryId(), why);
    }

    private CardTry own(CoopId coop, UUID account, UUID tryId) {
        var asked = store.find(coop, tryId).orElseThrow(() -> new NotFound("card"));
        orders.own(coop, account, asked.orderId());
        return asked;
    }

    private <T> T done(Supplier<T> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }
}
