package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardPayments;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;

/**
 * 与信の上限 of an order that grows: its card grants the more before the change may count on it, as at
 * the checkout (N-PAY-4, X-PICK-2).
 */
@Service
public class CardCeilings {
    private final CardPayments cards;
    private final Policies policies;

    CardCeilings(CardPayments cards, Policies policies) {
        this.cards = cards;
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
     * What is due is not above what the card has granted, unless it became less.
     *
     * @throws Refused when the card was not asked first, or did not grant it
     */
    void requireGranted(CoopId coop, Order before, OrderVersion after) {
        var total = after.totals().total();
        if (isByCard(before.current().payment(), after.payment())
                && total.isMoreThan(before.current().totals().total())) {
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
