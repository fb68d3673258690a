package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** An order was confirmed (N-ORD-5). */
public record OrderPlaced(CoopId coop, UUID id, UUID memberId, int version) {}
