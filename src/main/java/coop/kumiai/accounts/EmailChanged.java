package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/**
 * An account has another address (N-REG-4).
 *
 * @param old where its owner is told for the last time
 */
public record EmailChanged(CoopId coop, UUID accountId, String old) {}
