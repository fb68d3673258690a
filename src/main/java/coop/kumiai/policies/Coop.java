package coop.kumiai.policies;

import coop.kumiai.kernel.CoopId;

/**
 * A co-op (生協) of this installation.
 *
 * @param name its full name, as on papers
 * @param shortName as in the head of a page
 * @param accent its colour, {@code #rrggbb}
 */
public record Coop(CoopId id, String name, String shortName, String accent) {}
