package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardPayment.State;
import coop.kumiai.payments.CardRules.Step;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;

/**
 * Makes stand at the processor what was wished in transactions that are long committed (N-PAY-6,
 * X-PICK-2). Each look inquires, does what is missing, and inquires again: repeating it is safe,
 * and an answer that was lost or wrong does no harm.
 */
@Component
class CardSteps {
    private static final Logger LOG = LoggerFactory.getLogger(CardSteps.class);

    /** Inquire, raise, capture, and once more after each. */
    private static final int MOST_STEPS = 4;

    private static final int AT_ONCE = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(20);
    private static final int MOST_DOUBLINGS = 7;

    private final CardPaymentStore store;
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final KeptCards kept;
    private final Processor processor;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    CardSteps(
            CardPaymentStore store,
            PaymentStore payments,
            RefundStore refunds,
            KeptCards kept,
            Processor processor,
            TransactionTemplate transaction,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.refunds = refunds;
        this.kept = kept;
        this.processor = processor;
        this.transaction = transaction;
        this.announce = announce;
        this.clock = clock;
    }

    /** Looks at everything that is due, of every co-op. */
    void run() {
        store.coopsWithDue(clock.instant()).forEach(this::run);
        kept.forgetRemoved();
    }

    /**
     * One after another, each claimed for longer than its look may take; a processor that says
     * nothing is left alone until the next run. One process looks at one thing at a time.
     */
    synchronized void run(CoopId coop) {
        var until = clock.instant();
        for (int at = 0; at < AT_ONCE; at++) {
            var due = store.claim(coop, false, until, clock.instant().plus(lease()));
            if (due.isEmpty()) {
                return;
            }
            lookSafely(coop, due.get());
            if (processor.isSilent(coop)) {
                return;
            }
        }
    }

    /** Longer than all calls of a look, each with a fresh token, can take. */
    private Duration lease() {
        return processor.patience().multipliedBy(2L * 2 * MOST_STEPS + 1);
    }

    /** One that cannot be looked at does not keep the others waiting; it is due again. */
    private void lookSafely(CoopId coop, CardPayment wished) {
        try {
            look(coop, wished);
        } catch (RuntimeException e) {
            LOG.error("cannot settle {} of {} with the processor", wished.ref(), coop, e);
        }
    }

    private void look(CoopId coop, CardPayment wished) {
        var refused = new HashSet<Step.Call>();
        for (int step = 0; step < MOST_STEPS; step++) {
            var answer = processor.inquire(coop, wished);
            if (!isTelling(answer)) {
                break;
            }
            var there = order(answer);
            var next = CardRules.next(wished, there, refused, clock.instant());
            if (!(next instanceof Step.Call call)) {
                end(coop, wished, there, next);
                return;
            }
            if (!store.stillClaimed(coop, wished, clock.instant().plus(lease()))) {
                return;
            }
            var done = processor.change(coop, wished, call.doing(), call.amount());
            if (done instanceof ProcessorAnswer.Unknown) {
                break;
            }
            if (isRefused(done)) {
                refused.add(call);
            }
        }
        store.later(coop, wished, again(wished));
    }

    private void end(CoopId coop, CardPayment wished, Optional<ProcessorOrder> there, Step last) {
        switch (last) {
            case Step.Done done -> done(coop, wished, done.state(), there);
            case Step.Short captured -> {
                store.capturedShort(coop, wished, captured.amount(), CardTrouble.NOT_RAISED);
                tell(coop, wished, CardTrouble.NOT_RAISED);
            }
            case Step.Trouble trouble -> {
                store.trouble(coop, wished, trouble.what());
                tell(coop, wished, trouble.what());
            }
            case Step.Wait wait -> store.later(coop, wished, wished.heldUntil());
            case Step.Later later -> store.later(coop, wished, again(wished));
            case Step.Call call -> throw new IllegalStateException("calls are no end");
        }
    }

    private static void tell(CoopId coop, CardPayment wished, CardTrouble what) {
        LOG.error("people have to look at {} of {}: {}", wished.ref(), coop, what);
    }

    private static boolean isRefused(ProcessorAnswer answer) {
        return answer instanceof ProcessorAnswer.Problem;
    }

    private void done(
            CoopId coop, CardPayment wished, State state, Optional<ProcessorOrder> there) {
        var stands = standing(there);
        transaction.executeWithoutResult(
                status -> {
                    // the payment before its card, as whoever changes what is due does
                    payments.lock(coop, wished.ref());
                    if (store.done(coop, wished, state, stands) && state == State.CAPTURED) {
                        taken(coop, wished);
                    }
                });
        if (wished.keepCard()) {
            keepSafely(coop, wished);
        }
    }

    private static Yen standing(Optional<ProcessorOrder> there) {
        return there.filter(it -> it.status() != ProcessorOrder.Status.VOID)
                .map(ProcessorOrder::amount)
                .orElse(Yen.ZERO);
    }

    /** Taken for the first time it is paid; what was to be given back since is given back. */
    private void taken(CoopId coop, CardPayment wished) {
        var now = clock.instant();
        refunds.doneByCard(coop, wished.ref(), now);
        if (payments.captured(coop, wished.ref(), now)) {
            announce.publishEvent(new PaymentReceived(coop, wished.ref()));
        }
    }

    /** Keeping a card is a convenience: the payment stands without it. */
    private void keepSafely(CoopId coop, CardPayment paid) {
        try {
            kept.keep(coop, paid);
        } catch (RuntimeException e) {
            LOG.warn("the card of {} of {} is not kept", paid.ref(), coop, e);
        }
    }

    /** What was sent and never answered may still be done: not before it is over there. */
    private Instant again(CardPayment wished) {
        var first = processor.patience().plus(FIRST_WAIT);
        return clock.instant()
                .plus(first.multipliedBy(1L << Math.min(wished.tries(), MOST_DOUBLINGS)));
    }

    private static boolean isTelling(ProcessorAnswer answer) {
        return switch (answer) {
            case ProcessorAnswer.Told told -> true;
            case ProcessorAnswer.Problem problem -> problem.isAbsent();
            case ProcessorAnswer.Unknown unknown -> false;
        };
    }

    private static Optional<ProcessorOrder> order(ProcessorAnswer answer) {
        return answer instanceof ProcessorAnswer.Told told
                ? Optional.of(told.order())
                : Optional.empty();
    }
}
