package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** A member's account was opened by registration (登録完了, N-REG-1). */
public record AccountRegistered(CoopId coop, UUID accountId) {}
