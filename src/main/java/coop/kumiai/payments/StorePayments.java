package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.StorePayment.State;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Paying at a convenience store (コンビニ払い): written down in a transaction of the caller, asked for
 * with none open. A notice may be late, doubled, lost or from anybody: only an inquiry says that
 * money came.
 */
@Service
public class StorePayments {
    /** By then a call that was sent is over there. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private static final int RADIX = 36;
    private final StorePaymentStore store;
    private final StoreProcessor processor;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    StorePayments(
            StorePaymentStore store,
            StoreProcessor processor,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.processor = processor;
        this.announce = announce;
        this.clock = clock;
    }

    /** Writes down that a number will be asked for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(
            CoopId coop, String ref, UUID memberId, StoreChain chain, Yen amount, Instant until) {
        var order = new BigInteger(Ids.next(clock).toString().replace("-", ""), 16).toString(RADIX);
        store.insert(
                coop,
                new StorePayment(
                        ref,
                        memberId,
                        order,
                        chain,
                        amount,
                        State.ASKED,
                        "",
                        "",
                        clock.instant(),
                        until));
    }

    /** Asks for the number; call it once for what was held, with no transaction open. */
    public StorePayment issue(CoopId coop, String ref, StorePayer payer) {
        var asked = get(coop, ref);
        var answer = processor.issue(coop, asked, payer);
        return answer instanceof StoreAnswer.Unknown
                ? ask(coop, ref)
                : take(coop, asked, answer, true);
    }

    /** Finds out by inquiry what became of it; call it with no transaction open. */
    public StorePayment ask(CoopId coop, String ref) {
        var asked = get(coop, ref);
        var isLongAgo = !clock.instant().isBefore(asked.begunAt().plus(UNDER_WAY));
        return asked.isOpen()
                ? take(coop, asked, processor.inquire(coop, asked), isLongAgo)
                : asked;
    }

    /**
     * @throws NotFound when no number was asked for this thing
     */
    public StorePayment get(CoopId coop, String ref) {
        return store.find(coop, ref).orElseThrow(() -> new NotFound("store payment"));
    }

    /** A notice from outside (入金通知): only a hint to look, whatever it says. */
    @Transactional
    public void noticed(CoopId coop, String gatewayOrder) {
        store.ofGatewayOrder(coop, gatewayOrder)
                .filter(StorePayment::isOpen)
                .ifPresent(it -> announce.publishEvent(new StorePaymentNoticed(coop, it.ref())));
    }

    /**
     * @param wasCalled whether the call that asks for the number is over; else it may just be on
     *     its way
     */
    private StorePayment take(
            CoopId coop, StorePayment asked, StoreAnswer answer, boolean wasCalled) {
        switch (answer) {
            case StoreAnswer.Told told -> store.told(coop, asked, state(told.status()), told);
            case StoreAnswer.Refused refused when asked.state() == State.ASKED ->
                    store.ended(coop, asked, State.REFUSED);
            case StoreAnswer.Absent absent when wasCalled && asked.state() == State.ASKED ->
                    store.ended(coop, asked, State.REFUSED);
            case StoreAnswer.Refused refused -> {}
            case StoreAnswer.Absent absent -> {}
            case StoreAnswer.Unknown unknown -> {}
        }
        return get(coop, asked.ref());
    }

    private static State state(StoreAnswer.Status status) {
        return switch (status) {
            case REQSUCCESS -> State.WAITING;
            case PAYSUCCESS -> State.PAID;
            case EXPIRED, CANCEL -> State.OVER;
        };
    }
}
