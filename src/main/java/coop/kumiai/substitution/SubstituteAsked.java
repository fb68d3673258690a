package coop.kumiai.substitution;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** A member is asked by mail whether a substitute may be put in (X-PICK-1). */
public record SubstituteAsked(CoopId coop, UUID offerId) {}
