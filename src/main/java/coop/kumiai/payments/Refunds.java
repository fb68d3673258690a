package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 返金: money that was taken goes back the way it came (N-RET-1, N-RET-2), never twice and never more
 * than was taken. A card gets it from the processor after the commit, cash is handed out over the
 * counter.
 */
@Service
public class Refunds {
    private final RefundStore store;
    private final PaymentStore payments;
    private final CardPaymentStore cards;
    private final Clock clock;

    Refunds(RefundStore store, PaymentStore payments, CardPaymentStore cards, Clock clock) {
        this.store = store;
        this.payments = payments;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * Gives back a part of what was taken. Asked again under the same id it finds what is there.
     *
     * @throws Refused before anything was taken, and for more than is left of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Refund give(CoopId coop, NewRefund asked) {
        var payment =
                payments.lock(coop, asked.ref())
                        .filter(it -> it.state() == Payment.State.COLLECTED)
                        .orElseThrow(() -> Refused.because(new PaymentRefusal.NothingTaken()));
        var known = store.find(coop, asked.refundId());
        if (known.isPresent()) {
            return same(known.get(), asked);
        }
        var left = payment.amount().minus(store.givenBack(coop, asked.ref()));
        if (asked.amount().isMoreThan(left)) {
            throw Refused.because(new PaymentRefusal.MoreThanTaken(left, asked.amount()));
        }
        var now = clock.instant();
        var way = way(coop, payment, asked.amount());
        store.insert(coop, asked, way, now);
        if (way == PaymentMethod.CARD) {
            cards.giveBack(coop, asked.ref(), asked.amount(), now);
        } else if (asked.inHand()) {
            store.payOut(coop, asked.refundId(), asked.by(), now);
        }
        return store.find(coop, asked.refundId()).orElseThrow();
    }

    /**
     * The way it was paid. Where a part came over the counter ({@link CardShortfalls}), what the
     * card alone has not paid goes back in cash.
     */
    private PaymentMethod way(CoopId coop, Payment payment, Yen asked) {
        var isByCard =
                payment.method() == PaymentMethod.CARD
                        && cards.find(coop, payment.ref())
                                .filter(it -> !asked.isMoreThan(it.amount()))
                                .isPresent();
        return isByCard ? PaymentMethod.CARD : PaymentMethod.CASH_ON_DELIVERY;
    }

    private static Refund same(Refund known, NewRefund asked) {
        if (!known.ref().equals(asked.ref()) || !known.amount().equals(asked.amount())) {
            throw new IllegalStateException(asked.refundId() + " is another refund");
        }
        return known;
    }

    /**
     * The cash of a refund that waited is handed out now.
     *
     * @throws Refused when it was handed out before, or there is no such refund in cash
     */
    @Transactional
    public void payOut(CoopId coop, UUID refundId, UUID staff) {
        if (!store.payOut(coop, refundId, staff, clock.instant())) {
            throw Refused.because(new PaymentRefusal.NothingToPayOut());
        }
    }

    /** The refunds of a payment, in the order of their making. */
    public List<Refund> of(CoopId coop, String ref) {
        return store.of(coop, ref);
    }

    /** The refunds of many payments at once. */
    public List<Refund> of(CoopId coop, Collection<String> refs) {
        return store.of(coop, refs);
    }

    /** How much of a payment can still be given back; nothing while nothing was taken. */
    public Yen left(CoopId coop, String ref) {
        return payments.find(coop, ref)
                .filter(it -> it.state() == Payment.State.COLLECTED)
                .map(it -> it.amount().minus(store.givenBack(coop, ref)))
                .orElse(Yen.ZERO);
    }

    /** One of them, if the co-op has it. */
    public Optional<Refund> find(CoopId coop, UUID refundId) {
        return store.find(coop, refundId);
    }

    /**
     * Cash that waits for its members at the counter of a store, the oldest first.
     *
     * @param after the last one that was shown; empty for the beginning
     */
    public List<Refund> toPayOut(CoopId coop, String storeId, Optional<UUID> after, int most) {
        return store.toPayOut(coop, storeId, after.flatMap(it -> store.find(coop, it)), most);
    }
}
