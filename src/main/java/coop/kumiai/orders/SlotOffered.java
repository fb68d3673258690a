package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.SlotId;

import java.time.Instant;
import java.util.UUID;

/** A place came free and is held until then for the member who waited longest (X-SLOT-2). */
public record SlotOffered(CoopId coop, UUID waitId, UUID memberId, SlotId slot, Instant until) {}
