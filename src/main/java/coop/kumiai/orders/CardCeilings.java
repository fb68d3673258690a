package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.Authorisation;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardPayments;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.payments.Payments;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.net.URI;
import java.util.UUID;

/**
 * 与信の上限 of an order that grows: its card grants the more before the change may count on it, as at
 * the checkout (N-PAY-4, X-PICK-2).
 */
@Service
public class CardCeilings {
    private final CardPayments cards;
    private final Payments payments;
    private final Policies policies;

    CardCeilings(CardPayments cards, Payments payments, Policies policies) {
        this.cards = cards;
        this.payments = payments;
        this.policies = policies;
    }

    /**
     * Asks the card for what the change comes to, where that is more than it was asked for; call it
     * with no transaction open. A change that is not accepted after all costs nothing: only the
     * final amount is taken.
     *
     * @throws Refused when the card does not grant it; the order stays as it was
     */
    public void raiseFirst(CoopId coop, Order order, Amendment change) {
        var before = order.current();
        if (!isByCard(before.payment(), change.payment())) {
            return;
        }
        var ceiling = ceiling(coop, before.amended(change));
        if (ceiling.isMoreThan(ceiling(coop, before))) {
            cards.raise(coop, Payments.order(order.id()), ceiling);
        }
    }

    /**
     * Writes down that a card will be asked to pay for an order that was to be paid in cash; the
     * order stays as it is.
     *
     * @param tryId under which the card is asked
     * @throws Refused when this card cannot be asked at all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CoopId coop, Order order, Amendment change, UUID tryId, CardChoice card) {
        Refused.unless(cards.refusal(coop, order.memberId(), card).stream().toList());
        var after = order.current().amended(change);
        var before = order.current().cutoffAt();
        cards.hold(
                coop,
                Payments.change(tryId),
                order.memberId(),
                after.totals().total(),
                ceiling(coop, after),
                card,
                after.cutoffAt().isBefore(before) ? after.cutoffAt() : before);
    }

    /**
     * Asks it; call it once, with no transaction open.
     *
     * @param back where the browser comes back to from the card company
     */
    public Authorisation authorise(CoopId coop, UUID tryId, CardChoice card, URI back) {
        return cards.authorise(coop, Payments.change(tryId), card, back);
    }

    /** What became of it, by inquiry; call it with no transaction open. */
    public Authorisation ask(CoopId coop, UUID tryId) {
        return cards.ask(coop, Payments.change(tryId));
    }

    /** Lets go of it, unless it pays for the order by now. */
    public void letGo(CoopId coop, UUID tryId, OfCard why) {
        cards.letGo(coop, Payments.change(tryId), why);
    }

    /** The card pays for the order from now on. @throws Refused when it has not granted it */
    void adopt(CoopId coop, Order order, UUID tryId) {
        var ref = Payments.order(order.id());
        payments.switchToCard(coop, ref);
        cards.adopt(coop, Payments.change(tryId), ref);
    }

    /**
     * What is due is not above what the card has granted, unless it became less.
     *
     * @throws Refused when the card was not asked first, or did not grant it
     */
    void requireGranted(CoopId coop, Order before, OrderVersion after) {
        var total = after.totals().total();
        var isNew = before.current().payment() != PaymentMethod.CARD;
        if (after.payment() == PaymentMethod.CARD
                && (isNew || total.isMoreThan(before.current().totals().total()))) {
            cards.requireGranted(coop, Payments.order(before.id()), total);
        }
    }

    private Yen ceiling(CoopId coop, OrderVersion version) {
        var terms = policies.today(coop, CardTerms.class);
        return OrderRules.ceiling(version.totals(), version.lines(), version.wishes(), terms);
    }

    private static boolean isByCard(PaymentMethod before, PaymentMethod after) {
        return before == PaymentMethod.CARD && after == PaymentMethod.CARD;
    }
}
