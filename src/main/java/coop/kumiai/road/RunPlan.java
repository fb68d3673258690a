package coop.kumiai.road;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The plan of a slot (配達計画).
 *
 * @param begunAt when the solver began
 * @param unplaced doors of which nobody has said where they are: they go by postal code
 */
public record RunPlan(State state, Optional<Instant> begunAt, int unplaced, List<VanRun> vans) {
    public RunPlan {
        vans = List.copyOf(vans);
    }

    /** How far it is. */
    public enum State {
        /** Somebody has asked for it. */
        WANTED,
        /** The solver is at it. */
        PLANNING,
        /** It stands. */
        READY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isReady() {
        return state == State.READY;
    }

    /** A van by its number. */
    public Optional<VanRun> van(int number) {
        return vans.stream().filter(it -> it.van() == number).findFirst();
    }

    /** The van that an order is in. */
    public Optional<VanRun> vanOf(UUID orderId) {
        return vans.stream()
                .filter(van -> van.stops().stream().anyMatch(it -> it.orderId().equals(orderId)))
                .findFirst();
    }

    /** The van that somebody has taken, the last. */
    public Optional<VanRun> vanOfDriver(UUID driver) {
        return vans.stream()
                .filter(van -> van.driver().filter(driver::equals).isPresent())
                .reduce((earlier, later) -> later);
    }

    /** The orders of all vans, in the order of driving. */
    public List<UUID> orders() {
        return stops().map(VanStop::orderId).toList();
    }

    public Optional<VanStop> stop(UUID orderId) {
        return stops().filter(it -> it.orderId().equals(orderId)).findFirst();
    }

    private Stream<VanStop> stops() {
        return vans.stream().flatMap(van -> van.stops().stream());
    }
}
