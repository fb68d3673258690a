package coop.kumiai.road;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.SlotId;

/** Somebody wants the vans of a slot planned. */
public record PlanWanted(CoopId coop, SlotId slot) {}
