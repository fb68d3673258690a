package coop.kumiai.road;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a driver's phone tells about one door.
 *
 * @param key made when the page was opened: told twice, it is one message
 * @param toldAt the phone's own time, where it was held without a connection; else null
 */
public record Message(UUID key, UUID orderId, @org.jspecify.annotations.Nullable Instant toldAt) {}
