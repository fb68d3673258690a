package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** An order was cancelled as a whole. */
public record OrderCancelled(CoopId coop, UUID id, int version) {}
