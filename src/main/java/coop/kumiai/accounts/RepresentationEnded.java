package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/**
 * A representation is over: both are told.
 *
 * @param memberName as it was before, also where the account is closed by now
 */
public record RepresentationEnded(CoopId coop, UUID representationId, String memberName) {}
