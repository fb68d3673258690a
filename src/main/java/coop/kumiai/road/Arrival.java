package coop.kumiai.road;

import java.time.Instant;

/**
 * お届け時刻の目安: when the van should be at a door.
 *
 * @param stopsBefore doors that it goes to before
 */
public record Arrival(Instant from, Instant until, int stopsBefore) {}
