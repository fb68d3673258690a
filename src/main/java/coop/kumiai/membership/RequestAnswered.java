package coop.kumiai.membership;

import coop.kumiai.kernel.CoopId;

import java.time.Instant;
import java.util.UUID;

/** Staff have answered a request or an inquiry: the member is told to look. */
public record RequestAnswered(CoopId coop, UUID requestId, Instant at) {}
