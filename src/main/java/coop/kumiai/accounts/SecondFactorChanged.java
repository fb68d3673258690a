package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** The second factor or a passkey of an account was set, changed or dropped: its owner is told. */
public record SecondFactorChanged(CoopId coop, UUID accountId) {}
