package coop.kumiai.aftercare;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** The store has answered what a member told of delivered goods (N-RET-2). */
public record TroubleAnswered(CoopId coop, UUID troubleId) {}
