package coop.kumiai.policies;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The register of co-ops. A co-op is never removed, so what was once found is remembered. */
@Service
public class Coops {
    private static final Logger LOG = LoggerFactory.getLogger(Coops.class);
    private final CoopStore store;
    private final Map<String, Coop> known = new ConcurrentHashMap<>();

    Coops(CoopStore store) {
        this.store = store;
    }

    /**
     * @throws NotFound when no co-op has this code
     */
    public Coop get(String code) {
        return find(code).orElseThrow(() -> new NotFound("co-op"));
    }

    public Optional<Coop> find(String code) {
        var remembered = known.get(code);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var found = store.find(code);
        found.ifPresent(coop -> known.put(code, coop));
        return found;
    }

    public List<Coop> all() {
        return store.all();
    }

    /**
     * Does something for every co-op. One that fails keeps no other from its turn; the first
     * failure is thrown at the end.
     */
    public void each(Consumer<CoopId> work) {
        each(all().stream().map(Coop::id).toList(), work);
    }

    static void each(List<CoopId> coops, Consumer<CoopId> work) {
        var failures = new ArrayList<RuntimeException>();
        for (var coop : coops) {
            try {
                work.accept(coop);
            } catch (RuntimeException failure) {
                LOG.error("failed for the co-op {}", coop.code(), failure);
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** Registers a co-op; one that is there already keeps its row. */
    public void register(Coop coop) {
        store.insertIfMissing(coop);
    }

    /** The id of a co-op that exists. @throws NotFound when none has this code */
    public CoopId id(String code) {
        return get(code).id();
    }
}
