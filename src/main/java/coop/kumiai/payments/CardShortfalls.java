package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Collection;

/**
 * 不足額の精算: people settle what a card has not paid of a final amount. What it has paid counts as paid
 * by card, the rest as paid at the counter or not asked for any more; after that refunds go up to
 * what was taken (N-PAY-6, N-RET-1).
 */
@Service
public class CardShortfalls {
    private final CardShortfallStore store;
    private final PaymentStore payments;
    private final CardPaymentStore cards;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    CardShortfalls(
            CardShortfallStore store,
            PaymentStore payments,
            CardPaymentStore cards,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.cards = cards;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Settles it, once.
     *
     * @throws Refused when there is nothing to settle any more, or it is another amount by now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(CoopId coop, NewShortfall shortfall) {
        var ref = shortfall.ref();
        var owed =
                payments.lock(coop, ref)
                        .filter(it -> it.state() == Payment.State.DUE)
                        .filter(it -> it.method() == PaymentMethod.CARD)
                        .map(Payment::amount)
                        .orElseThrow(CardShortfalls::nothingToSettle);
        var captured =
                cards.lockTroubled(coop, ref)
                        .map(CardPayment::captured)
                        .orElseThrow(CardShortfalls::nothingToSettle);
        if (!owed.minus(captured).equals(shortfall.rest()) || shortfall.rest().isZero()) {
            throw nothingToSettle();
        }
        store.insert(coop, shortfall, captured, clock.instant());
        if (captured.isZero()) {
            settleUnpaid(coop, ref, owed, shortfall);
        } else {
            settleShort(coop, ref, captured, shortfall.way());
        }
        if (shortfall.way() == ShortfallWay.COUNTER || !captured.isZero()) {
            announce.publishEvent(new PaymentReceived(coop, ref));
        }
    }

    /** What was paid at the counter of these payments in the place of their cards. */
    public CounterMoney atCounter(CoopId coop, Collection<String> refs) {
        return store.atCounter(coop, refs);
    }

    /** Nothing came from the card, and nothing shall any more. */
    private void settleUnpaid(CoopId coop, String ref, Yen owed, NewShortfall shortfall) {
        var now = clock.instant();
        require(
                switch (shortfall.way()) {
                    case COUNTER ->
                            payments.switchToCash(coop, ref)
                                    && payments.collect(coop, ref, owed, shortfall.by(), now);
                    case WRITTEN_OFF -> payments.cancel(coop, ref, now).isPresent();
                });
        require(cards.release(coop, ref, PaymentRefusal.OfCard.PUT_OFF.code(), now));
    }

    /** What was written off was never taken: it cannot be given back either. */
    private void settleShort(CoopId coop, String ref, Yen captured, ShortfallWay way) {
        if (way == ShortfallWay.WRITTEN_OFF) {
            require(payments.change(coop, ref, captured).isPresent());
        }
        require(payments.captured(coop, ref, clock.instant()));
        cards.settledShort(coop, ref);
    }

    private static void require(boolean settled) {
        if (!settled) {
            throw nothingToSettle();
        }
    }

    private static Refused nothingToSettle() {
        return Refused.because(new PaymentRefusal.NothingToSettle());
    }
}
