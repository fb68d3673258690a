package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** Staff have compared a claimed member code with the register (N-JOIN-3). */
public record ClaimDecided(CoopId coop, UUID memberId) {}
