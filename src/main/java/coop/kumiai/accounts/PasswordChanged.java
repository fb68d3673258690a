package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** A password was changed or recovered: its owner is told, so that a hijack is noticed. */
public record PasswordChanged(CoopId coop, UUID accountId) {}
