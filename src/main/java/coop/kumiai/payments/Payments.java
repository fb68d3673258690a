package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is owed and what was paid (支払い); amounts only, never goods. */
@Service
public class Payments {
    private static final String ORDER = "order:";
    private static final String CHANGE = "change:";
    private final PaymentStore store;
    private final CardPaymentStore cards;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Payments(
            PaymentStore store,
            CardPaymentStore cards,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.cards = cards;
        this.announce = announce;
        this.clock = clock;
    }

    /** The name of an order among payable things. */
    public static String order(UUID orderId) {
        return ORDER + orderId;
    }

    /** The name under which a card is asked for a change of an order, until the change counts. */
    public static String change(UUID tryId) {
        return CHANGE + tryId;
    }

    /** The order that a payable thing is, if it is one. */
    public static Optional<UUID> orderOf(String ref) {
        return ref.startsWith(ORDER)
                ? Optional.of(UUID.fromString(ref.substring(ORDER.length())))
                : Optional.empty();
    }

    /** Writes down what will be collected, in the transaction that makes the thing payable. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void due(CoopId coop, String ref, PaymentMethod method, Yen amount) {
        store.insert(coop, new Payment(ref, method, amount, Payment.State.DUE));
    }

    /**
     * Changes what is due, such as after a change of the order. A card is asked for more, where it
     * needs to be, after the commit.
     *
     * @throws Refused when nothing is due any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(CoopId coop, String ref, Yen amount) {
        if (changed(coop, ref, amount) == PaymentMethod.CARD) {
            cards.owe(coop, ref, amount, clock.instant());
        }
    }

    /**
     * This is the final amount (N-PAY-6), such as after picking (N-PICK-1, N-PICK-4). A card is
     * charged with it, once, after the commit (X-PICK-2).
     *
     * @throws Refused when nothing is due any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(CoopId coop, String ref, Yen amount) {
        if (changed(coop, ref, amount) == PaymentMethod.CARD) {
            cards.capture(coop, ref, amount, clock.instant());
        }
    }

    /**
     * Less is owed than was final, such as for goods that went back at the door (N-ALC-1). What a
     * card has paid above it is given back after the commit.
     *
     * @throws Refused when cash was taken already, or nothing is due
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lessen(CoopId coop, String ref, Yen amount) {
        var method = store.lessen(coop, ref, amount).orElseThrow(Payments::nothingDue);
        if (method == PaymentMethod.CARD) {
            cards.capture(coop, ref, amount, clock.instant());
        }
    }

    /**
     * Nothing is owed any more. What a card has put by is let go after the commit.
     *
     * @throws Refused when nothing was due
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(CoopId coop, String ref) {
        var now = clock.instant();
        var method =
                store.cancel(coop, ref, now)
                        .orElseThrow(() -> Refused.because(new PaymentRefusal.NothingDue()));
        if (method == PaymentMethod.CARD) {
            letGo(coop, ref);
        }
    }

    /**
     * What was to be paid by card is paid in cash at the door; what the card has put by is let go
     * after the commit.
     *
     * @throws Refused when nothing is due by card
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void switchToCash(CoopId coop, String ref) {
        if (!store.switchToCash(coop, ref)) {
            throw nothingDue();
        }
        letGo(coop, ref);
    }

    /**
     * What was to be paid in cash is paid by a card, which has granted it already under another
     * name ({@link CardPayments#adopt}).
     *
     * @throws Refused when nothing is due in cash
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void switchToCard(CoopId coop, String ref) {
        if (!store.switchToCard(coop, ref)) {
            throw nothingDue();
        }
    }

    private void letGo(CoopId coop, String ref) {
        if (!cards.release(coop, ref, PaymentRefusal.OfCard.PUT_OFF.code(), clock.instant())) {
            throw new IllegalStateException(ref + " is released already");
        }
    }

    private PaymentMethod changed(CoopId coop, String ref, Yen amount) {
        return store.change(coop, ref, amount)
                .orElseThrow(() -> Refused.because(new PaymentRefusal.NothingDue()));
    }

    /**
     * The driver took cash at the door (代金引換): exactly what is due, and only once.
     *
     * @throws Refused when the amount differs or nothing is due
     * @throws NotFound when there is no such payment
     */
    @Transactional
    public void collect(CoopId coop, String ref, Yen received, UUID staff) {
        if (store.collect(coop, ref, received, staff, clock.instant())) {
            announce.publishEvent(new PaymentReceived(coop, ref));
            return;
        }
        var payment = get(coop, ref);
        throw payment.state() == Payment.State.DUE
                ? Refused.because(new PaymentRefusal.AmountDiffers(payment.amount(), received))
                : nothingDue();
    }

    /**
     * @throws NotFound when there is no such payment
     */
    public Payment get(CoopId coop, String ref) {
        return store.find(coop, ref).orElseThrow(() -> new NotFound("payment"));
    }

    /** The payments of many things at once, by their names. */
    public Map<String, Payment> of(CoopId coop, Collection<String> refs) {
        return store.find(coop, refs);
    }

    private static Refused nothingDue() {
        return Refused.because(new PaymentRefusal.NothingDue());
    }
}
