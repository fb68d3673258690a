package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardPayment.State;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What to do next so that what stands at the processor becomes what we wish. Pure: looks only at
 * what an inquiry has told, never at what a call before it said of itself.
 */
final class CardRules {
    /** By then the waits between the tries have become hours. */
    private static final int TRIES_TO_CANCEL = 12;

    private CardRules() {}

    /** One step. */
    sealed interface Step {
        /** It stands as wished. */
        record Done(State state) implements Step {}

        /** Less than is owed is taken, for more was not authorised; people collect the rest. */
        record Short(Yen amount) implements Step {}

        /** Look again when the time of the hold is over. */
        record Wait() implements Step {}

        /** Look again soon. */
        record Later() implements Step {}

        /** Call the processor, then inquire again. */
        record Call(Doing doing, Yen amount) implements Step {}

        /** People have to look at it. */
        record Trouble(CardTrouble what) implements Step {}
    }

    /** What can be done to an order at the processor. */
    enum Doing {
        CAPTURE,
        CANCEL,
        CHANGE
    }

    /**
     * @param there what the inquiry told; empty when the processor knows no such order
     * @param refused the calls that were refused before the inquiry: they count as refused only
     *     when they are still wanted now, for the thing may have been done all the same
     */
    static Step next(
            CardPayment wished,
            Optional<ProcessorOrder> there,
            Set<Step.Call> refused,
            Instant now) {
        var next =
                switch (wished.wish()) {
                    case HOLD -> new Step.Wait();
                    case STAND -> standing(wished, there);
                    case CAPTURE -> capturing(wished, there);
                    case RELEASE -> releasing(wished, there, now);
                };
        if (!(next instanceof Step.Call call) || !refused.contains(call)) {
            return next;
        }
        var instead = insteadOf(call, wished, there.orElseThrow());
        return instead instanceof Step.Call other && refused.contains(other)
                ? new Step.Trouble(CardTrouble.REFUSED)
                : instead;
    }

    /** The goods are never free: what is authorised is taken where more is not to be had. */
    private static Step insteadOf(Step.Call refused, CardPayment wished, ProcessorOrder order) {
        return switch (refused.doing()) {
            case CAPTURE -> new Step.Trouble(CardTrouble.REFUSED);
            case CANCEL ->
                    wished.tries() < TRIES_TO_CANCEL
                            ? new Step.Later()
                            : new Step.Trouble(CardTrouble.REFUSED);
            case CHANGE -> {
                if (order.status() == ProcessorOrder.Status.SALES) {
                    yield new Step.Trouble(CardTrouble.CAPTURED_OTHERWISE);
                }
                yield notRaised(wished, order);
            }
        };
    }

    private static Step notRaised(CardPayment wished, ProcessorOrder order) {
        return wished.wish() == CardPayment.Wish.CAPTURE
                ? new Step.Call(Doing.CAPTURE, order.amount())
                : new Step.Trouble(CardTrouble.NOT_RAISED);
    }

    private static Step standing(CardPayment wished, Optional<ProcessorOrder> there) {
        if (there.isEmpty() || there.get().status() != ProcessorOrder.Status.AUTH) {
            return new Step.Trouble(CardTrouble.NOT_AUTHORISED);
        }
        return wished.amount().isMoreThan(there.get().amount())
                ? raise(wished, there.get())
                : new Step.Done(State.AUTHORISED);
    }

    private static Step capturing(CardPayment wished, Optional<ProcessorOrder> there) {
        if (there.isEmpty()) {
            return new Step.Trouble(CardTrouble.NOT_AUTHORISED);
        }
        var order = there.get();
        return switch (order.status()) {
            case AUTH -> capture(wished, order);
            case SALES -> captured(wished, order);
            case VOID ->
                    wished.amount().isZero()
                            ? new Step.Done(wasTaken(wished) ? State.CAPTURED : State.RELEASED)
                            : new Step.Trouble(CardTrouble.NOT_AUTHORISED);
            case UNPROCESSED, AUTHENTICATING, FAILED ->
                    new Step.Trouble(CardTrouble.NOT_AUTHORISED);
        };
    }

    private static Step capture(CardPayment wished, ProcessorOrder order) {
        if (wished.amount().isMoreThan(order.amount())) {
            return raise(wished, order);
        }
        return new Step.Call(
                wished.amount().isZero() ? Doing.CANCEL : Doing.CAPTURE, wished.amount());
    }

    /** Whether it was taken before, so that less of it now is a refund. */
    private static boolean wasTaken(CardPayment wished) {
        return wished.state() == State.CAPTURED;
    }

    private static Step captured(CardPayment wished, ProcessorOrder order) {
        if (wished.amount().equals(order.amount())) {
            return new Step.Done(State.CAPTURED);
        }
        if (wished.amount().isZero()) {
            return new Step.Call(Doing.CANCEL, Yen.ZERO);
        }
        if (wished.amount().isMoreThan(order.amount())) {
            return new Step.Short(order.amount());
        }
        return capability(order).filter(CardCapability::refundedInPart).isPresent()
                ? new Step.Call(Doing.CHANGE, wished.amount())
                : new Step.Trouble(CardTrouble.CAPTURED_OTHERWISE);
    }

    private static Step raise(CardPayment wished, ProcessorOrder order) {
        return capability(order).filter(CardCapability::raised).isPresent()
                ? new Step.Call(Doing.CHANGE, wished.amount())
                : notRaised(wished, order);
    }

    /** What was asked for may still arrive there: it is looked for again when the hold is over. */
    private static Step releasing(CardPayment wished, Optional<ProcessorOrder> there, Instant now) {
        var isThere =
                there.map(ProcessorOrder::status)
                        .filter(it -> it != ProcessorOrder.Status.VOID)
                        .filter(it -> it != ProcessorOrder.Status.FAILED);
        if (isThere.isPresent()) {
            return new Step.Call(Doing.CANCEL, Yen.ZERO);
        }
        return now.isBefore(wished.heldUntil()) && there.isEmpty()
                ? new Step.Wait()
                : new Step.Done(State.RELEASED);
    }

    private static Optional<CardCapability> capability(ProcessorOrder order) {
        return CardBrand.of(order.card().brand()).map(CardBrand::capability);
    }
}
