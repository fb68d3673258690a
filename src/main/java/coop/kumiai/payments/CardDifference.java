package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

import java.util.Optional;
import java.util.UUID;

/**
 * Something that the processor's settlement and our rows do not agree on.
 *
 * @param gatewayOrder what the processor calls it by
 * @param orderId of ours; empty when we have captured no such thing
 * @param ours what we have captured; empty when nothing
 * @param theirs what the processor settles; empty when it does not
 */
public record CardDifference(
        String gatewayOrder, Optional<UUID> orderId, Optional<Yen> ours, Optional<Yen> theirs) {}
