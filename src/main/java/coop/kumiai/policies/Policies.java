package coop.kumiai.policies;

import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The dated policies (規程) of each co-op: what rules enforce, refusals say and help prints.
 *
 * <p>A policy may be set for the whole co-op or for one scope (a store's code); a scope without a
 * value of its own has the co-op's. All rows of a policy are remembered for a moment only, so that
 * several nodes agree soon after a decision.
 */
@Service
public class Policies {
    private final PolicyStore store;
    private final Clock clock;
    private final Remembered<Key, List<?>> remembered = new Remembered<>(this::read);

    Policies(PolicyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The co-op's value on that day. @throws IllegalStateException when none was ever set: no value
     * is an error
     */
    public <P extends Policy> P at(CoopId coop, Class<P> type, LocalDate day) {
        return at(coop, type, "", day);
    }

    /** The co-op's value today (JST). */
    public <P extends Policy> P today(CoopId coop, Class<P> type) {
        return at(coop, type, "", LocalDate.now(clock));
    }

    /** The same of a scope. */
    public <P extends Policy> P today(CoopId coop, Class<P> type, String scope) {
        return at(coop, type, scope, LocalDate.now(clock));
    }

    /**
     * The value of a scope (a store) on that day, or the whole co-op's where the scope has none.
     */
    public <P extends Policy> P at(CoopId coop, Class<P> type, String scope, LocalDate day) {
        var rows = rows(coop, type);
        return latest(rows, scope, day)
                .or(() -> latest(rows, "", day))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no policy %s for %s on %s"
                                                .formatted(
                                                        PolicyRegistry.nameOf(type), coop, day)));
    }

    /** Changes already decided that begin after the given day, the nearest first. */
    public <P extends Policy> List<DatedPolicy<P>> scheduled(
            CoopId coop, Class<P> type, LocalDate after) {
        return rows(coop, type).stream()
                .filter(row -> row.validFrom().isAfter(after))
                .sorted(Comparator.comparing(DatedPolicy::validFrom))
                .toList();
    }

    /** Every row of a policy, past, present and future. */
    public <P extends Policy> List<DatedPolicy<P>> history(CoopId coop, Class<P> type) {
        return rows(coop, type);
    }

    /**
     * Writes a decision. The first value of a policy may begin at any day; later ones are never
     * changed, only followed.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the same day already has a value
     */
    @Transactional
    public <P extends Policy> void decide(CoopId coop, DatedPolicy<P> decision) {
        store.insert(
                coop,
                PolicyRegistry.nameOf(decision.value().getClass()),
                decision,
                clock.instant());
        remembered.changes(new Key(coop, decision.value().getClass()));
    }

    private static <P extends Policy> java.util.Optional<P> latest(
            List<DatedPolicy<P>> rows, String scope, LocalDate day) {
        return rows.stream()
                .filter(row -> row.scope().equals(scope) && !row.validFrom().isAfter(day))
                .max(Comparator.comparing(DatedPolicy::validFrom))
                .map(DatedPolicy::value);
    }

    @SuppressWarnings("unchecked") // the key carries the type that the rows were read with
    private <P extends Policy> List<DatedPolicy<P>> rows(CoopId coop, Class<P> type) {
        return (List<DatedPolicy<P>>) remembered.get(new Key(coop, type));
    }

    private List<?> read(Key key) {
        return store.rows(key.coop(), PolicyRegistry.nameOf(key.type()), key.type());
    }

    private record Key(CoopId coop, Class<? extends Policy> type) {}
}
