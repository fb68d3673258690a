package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/**
 * A member wants another address (N-REG-4): link and code go to the new one, and the old one is
 * told, so that a hijack is noticed.
 */
public record EmailChangeAsked(CoopId coop, UUID accountId, UUID proofId) {}
