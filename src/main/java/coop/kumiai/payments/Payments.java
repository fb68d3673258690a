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
    private final PaymentStore store;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Payments(PaymentStore store, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.announce = announce;
        this.clock = clock;
    }

    /** The name of an order among payable things. */
    public static String order(UUID orderId) {
        return ORDER + orderId;
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
     * Changes what is due, such as after a shortage (N-PICK-1).
     *
     * @throws Refused when nothing is due any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(CoopId coop, String ref, Yen amount) {
        if (!store.change(coop, ref, amount)) {
            throw nothingDue();
        }
    }

    /**
     * Nothing is owed any more.
     *
     * @throws Refused when nothing was due
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(CoopId coop, String ref) {
        if (!store.cancel(coop, ref, clock.instant())) {
            throw nothingDue();
        }
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
