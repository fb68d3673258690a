package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/**
 * An account was closed (退会, N-REG-7): the last mail says what stays.
 *
 * @param email of the account that is no more
 */
public record AccountClosed(CoopId coop, UUID accountId, String name, String email) {}
