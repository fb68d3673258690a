package coop.kumiai.stores;

import coop.kumiai.kernel.BusinessClock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When the net supermarket takes orders: always, but for its daily rest and the extra ones that
 * were announced (N-HOUR-1).
 */
public record OpenTimes(ShopHours hours, List<Closure> closures) {
    public OpenTimes {
        closures = List.copyOf(closures);
    }

    /** Why it is closed at a moment, if it is; of two reasons the one that lasts longer. */
    public Optional<ShopClosed> closed(Instant at) {
        var announced =
                closures.stream()
                        .filter(it -> it.isAt(at))
                        .max(Comparator.comparing(Closure::until));
        var rest = hours.isClosedAt(local(at).toLocalTime());
        if (announced.isPresent() && !(rest && endOfRest(at).isAfter(announced.get().until()))) {
            return Optional.of(
                    new ShopClosed.Announced(announced.get().reason(), announced.get().until()));
        }
        return rest
                ? Optional.of(new ShopClosed.Resting(hours.closedFrom(), hours.closedUntil()))
                : Optional.empty();
    }

    /** The first moment from this one on at which it is open. */
    public Instant openFrom(Instant at) {
        var open = at;
        while (closed(open).isPresent()) {
            open = reopens(open);
        }
        return open;
    }

    /** Until when it stays open, of a moment at which it is. */
    public Instant openUntil(Instant open) {
        return closures.stream()
                .map(Closure::from)
                .filter(it -> it.isAfter(open))
                .filter(it -> it.isBefore(nextRest(open)))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> nextRest(open));
    }

    private Instant reopens(Instant at) {
        return closures.stream()
                .filter(it -> it.isAt(at))
                .map(Closure::until)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> endOfRest(at));
    }

    private Instant endOfRest(Instant at) {
        return instant(local(at).with(hours.closedUntil()));
    }

    private Instant nextRest(Instant at) {
        var local = local(at);
        var today = local.with(hours.closedFrom());
        return instant(today.isAfter(local) ? today : today.plusDays(1));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, BusinessClock.JAPAN);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(BusinessClock.JAPAN).toInstant();
    }
}
