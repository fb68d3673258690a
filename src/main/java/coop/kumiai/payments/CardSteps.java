package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardPayment.State;
import coop.kumiai.payments.CardRules.Step;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes stand at the processor what was wished in transactions that are long committed (N-PAY-6,
 * X-PICK-2). Each look inquires, does what is missing, and inquires again: repeating it is safe,
 * and an answer that was lost or wrong does no harm.
 */
@Component
class CardSteps {
    /** Inquire, raise, capture, and once more after each. */
    private static final int MOST_STEPS = 4;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(20);
    private static final int MOST_DOUBLINGS = 7;

    private final CardPaymentStore store;
    private final PaymentStore payments;
    private final KeptCards kept;
    private final Processor processor;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    CardSteps(
            CardPaymentStore store,
            PaymentStore payments,
            KeptCards kept,
            Processor processor,
            TransactionTemplate transaction,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.payments = payments;
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

    void run(CoopId coop) {
        var now = clock.instant();
        store.claim(coop, false, now, now.plus(FIRST_WAIT)).forEach(it -> look(coop, it));
    }

    private void look(CoopId coop, CardPayment wished) {
        for (int step = 0; step < MOST_STEPS; step++) {
            var answer = processor.inquire(coop, wished);
            if (!isTelling(answer)) {
                store.later(coop, wished.ref(), again(wished));
                return;
            }
            var there = order(answer);
            if (!go(coop, wished, there, CardRules.next(wished, there, clock.instant()))) {
                return;
            }
        }
        store.later(coop, wished.ref(), again(wished));
    }

    /** Whether to inquire again. */
    private boolean go(CoopId coop, CardPayment wished, Optional<ProcessorOrder> there, Step next) {
        return switch (next) {
            case Step.Call call -> call(coop, wished, call);
            case Step.Done done -> {
                done(coop, wished, done.state(), there);
                yield false;
            }
            case Step.Wait wait -> {
                store.later(coop, wished.ref(), wished.heldUntil());
                yield false;
            }
            case Step.Trouble trouble -> {
                store.trouble(coop, wished, trouble.what());
                yield false;
            }
        };
    }

    private boolean call(CoopId coop, CardPayment wished, Step.Call call) {
        var answer = processor.change(coop, wished, call.doing(), call.amount());
        if (answer instanceof ProcessorAnswer.Problem) {
            store.trouble(
                    coop,
                    wished,
                    call.doing() == CardRules.Doing.CHANGE
                            ? CardTrouble.NOT_RAISED
                            : CardTrouble.REFUSED);
            return false;
        }
        return true;
    }

    private void done(
            CoopId coop, CardPayment wished, State state, Optional<ProcessorOrder> there) {
        if (wished.keepCard()) {
            kept.keep(coop, wished);
        }
        var stands = state == State.RELEASED ? Yen.ZERO : there.orElseThrow().amount();
        transaction.executeWithoutResult(
                status -> {
                    if (store.done(coop, wished, state, stands) && state == State.CAPTURED) {
                        payments.captured(coop, wished.ref(), clock.instant());
                        announce.publishEvent(new PaymentReceived(coop, wished.ref()));
                    }
                });
    }

    private Instant again(CardPayment wished) {
        return clock.instant()
                .plus(FIRST_WAIT.multipliedBy(1L << Math.min(wished.tries(), MOST_DOUBLINGS)));
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
