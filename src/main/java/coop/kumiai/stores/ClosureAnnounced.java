package coop.kumiai.stores;

import coop.kumiai.kernel.CoopId;

import java.time.Instant;

/** The net supermarket will rest once more: carts that reach into it last that much longer. */
public record ClosureAnnounced(CoopId coop, Instant from, Instant until) {}
