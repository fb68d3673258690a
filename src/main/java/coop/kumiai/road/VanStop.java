package coop.kumiai.road;

import java.time.Instant;
import java.util.UUID;

/**
 * A door of a van's run.
 *
 * @param position from 1
 * @param expectedAt when the van should be there
 */
public record VanStop(UUID orderId, int position, Instant expectedAt) {}
