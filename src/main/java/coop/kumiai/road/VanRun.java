package coop.kumiai.road;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 号車: a van of a slot with its doors in order.
 *
 * @param driver who took it
 * @param leftAt when it left; from then on it is fixed
 */
public record VanRun(
        int van, Optional<UUID> driver, Optional<Instant> leftAt, List<VanStop> stops) {
    public VanRun {
        stops = List.copyOf(stops);
    }

    public boolean hasLeft() {
        return leftAt.isPresent();
    }

    /** {@code 1号車}. */
    public String word() {
        return van + "号車";
    }
}
