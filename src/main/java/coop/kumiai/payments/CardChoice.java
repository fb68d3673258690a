package coop.kumiai.payments;

import java.time.Instant;
import java.util.UUID;

/** With which card somebody wants to pay. */
public sealed interface CardChoice {

    /**
     * One that was typed just now on the processor's own page (N-PAY-3).
     *
     * @param token that the processor gave for it
     * @param typedAt when
     * @param keep whether the processor shall keep it for the member
     */
    record Typed(String token, Instant typedAt, boolean keep) implements CardChoice {}

    /** One that the processor keeps for the member. */
    record Kept(UUID cardId) implements CardChoice {}
}
