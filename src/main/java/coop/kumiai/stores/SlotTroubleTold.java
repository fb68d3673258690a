package coop.kumiai.stores;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** Staff have told the members of a slot what becomes of it (N-SLOT-7). */
public record SlotTroubleTold(CoopId coop, UUID trouble) {}
