package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** What is registered of an account's owner was changed: they are told (B-CUST-1). */
public record ProfileChanged(CoopId coop, UUID accountId) {}
