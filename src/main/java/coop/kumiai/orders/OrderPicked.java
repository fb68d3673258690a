package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** The goods of an order were gathered; what was short is deducted (N-PICK-1). */
public record OrderPicked(CoopId coop, UUID id, int version) {}
