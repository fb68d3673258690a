package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/**
 * A visitor wants to register (N-REG-1): the mail with link and code must go out, or, when the
 * address is registered already, the one that says so.
 */
public record RegistrationAsked(CoopId coop, UUID proofId) {}
