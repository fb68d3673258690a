package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** A member has changed an order: the version is what stands now (注文変更). */
public record OrderAmended(CoopId coop, UUID id, UUID memberId, int version) {}
