package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** Whoever was invited acts for the member from now on. */
public record RepresentationAccepted(CoopId coop, UUID representationId) {}
