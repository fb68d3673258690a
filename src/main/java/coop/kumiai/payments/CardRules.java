package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardPayment.State;

import java.time.Instant;
import java.util.Optional;

/**
 * What to do next so that what stands at the processor becomes what we wish. Pure: looks only at
 * what an inquiry has told, never at what a call before it said of itself.
 */
final class CardRules {
    private CardRules() {}

    /** One step. */
    sealed interface Step {
        /** It stands as wished. */
        record Done(State state) implements Step {}

        /** Look again later. */
        record Wait() implements Step {}

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
     */
    static Step next(CardPayment wished, Optional<ProcessorOrder> there, Instant now) {
        return switch (wished.wish()) {
            case HOLD -> new Step.Wait();
            case STAND -> standing(wished, there);
            case CAPTURE -> capturing(wished, there);
            case RELEASE -> releasing(wished, there, now);
        };
    }

    private static Step standing(CardPayment wished, Optional<ProcessorOrder> there) {
        if (there.isEmpty() || there.get().status() != ProcessorOrder.Status.AUTH) {
            return new Step.Trouble(CardTrouble.NOT_AUTHORISED);
        }
        return wished.amount().isMoreThan(there.get().amount())
                ? raise(there.get(), wished.amount())
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
            case UNPROCESSED, AUTHENTICATING, VOID, FAILED ->
                    new Step.Trouble(CardTrouble.NOT_AUTHORISED);
        };
    }

    private static Step capture(CardPayment wished, ProcessorOrder order) {
        if (wished.amount().isMoreThan(order.amount())) {
            return raise(order, wished.amount());
        }
        return new Step.Call(
                wished.amount().isZero() ? Doing.CANCEL : Doing.CAPTURE, wished.amount());
    }

    private static Step captured(CardPayment wished, ProcessorOrder order) {
        if (wished.amount().equals(order.amount())) {
            return new Step.Done(State.CAPTURED);
        }
        var canBeLess = capability(order).filter(CardCapability::refundedInPart).isPresent();
        return order.amount().isMoreThan(wished.amount()) && canBeLess
                ? new Step.Call(Doing.CHANGE, wished.amount())
                : new Step.Trouble(CardTrouble.CAPTURED_OTHERWISE);
    }

    private static Step raise(ProcessorOrder order, Yen amount) {
        return capability(order).filter(CardCapability::raised).isPresent()
                ? new Step.Call(Doing.CHANGE, amount)
                : new Step.Trouble(CardTrouble.NOT_RAISED);
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
