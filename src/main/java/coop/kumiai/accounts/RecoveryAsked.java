package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/**
 * Somebody has forgotten the password (N-REG-5): the mail with link and code must go out, or, when
 * the address is not registered, the one that says so.
 */
public record RecoveryAsked(CoopId coop, UUID proofId) {}
