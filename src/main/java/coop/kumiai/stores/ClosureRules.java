package coop.kumiai.stores;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may be announced as an extra rest, pure. */
final class ClosureRules {
    private ClosureRules() {}

    /** Why it may not be (N-HOUR-1). */
    static Optional<ClosureRefusal> announcing(Closure closure, List<Closure> others, Instant now) {
        if (!closure.from().isAfter(now)) {
            return Optional.of(new ClosureRefusal.NotBeforehand());
        }
        if (!closure.until().isAfter(closure.from())) {
            return Optional.of(new ClosureRefusal.EndsFirst());
        }
        return others.stream()
                .filter(it -> it.overlaps(closure.from(), closure.until()))
                .findFirst()
                .map(it -> new ClosureRefusal.Overlaps(it.label()));
    }
}
